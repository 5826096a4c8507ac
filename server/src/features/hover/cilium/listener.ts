import type { CiliumPortRule } from '../../../model/cilium.ts';
import { code, list } from '../../../policy/print.ts';
import { envoyConfigs, holdsListener, listenersIn } from '../../../workspace/envoyConfigs.ts';
import { placeOf } from '../../../workspace/member.ts';
import { namespaceWord } from '../names.ts';
import type { CiliumScene } from '../scene.ts';

type Listener = NonNullable<CiliumPortRule['listener']>;

/** The listener of Envoy that traffic is sent to: of which configuration, and whether that has it. */
export const listenerLines = (listener: Listener, scene: CiliumScene): readonly string[] => [
  ...meantLines(listener, scene),
  ...priorityLines(listener),
];

function meantLines({ name, envoyConfig }: Listener, scene: CiliumScene): readonly string[] {
  const { home, snapshot, link } = scene;
  const kind = envoyConfig.kind ?? (home === null ? null : 'CiliumEnvoyConfig');
  const config = `${kind ?? 'configuration'} ${code(envoyConfig.name)}`;
  if (kind === null)
    return [
      `**Sent to the listener ${code(name)}** of the ${config}, which Cilium looks for in the namespace of each pod that the policy selects, as no \`kind\` says that it is one of the cluster.`,
    ];
  const [meant, ...others] = envoyConfigs(snapshot.companions, { kind, home }).filter(
    ({ resource }) => resource.body.metadata.name === envoyConfig.name,
  );
  const where = kind === 'CiliumEnvoyConfig' && home !== null ? ` of ${namespaceWord(home)}` : '';
  if (meant === undefined || others.length > 0)
    return [
      `**Sent to the listener ${code(name)}** of ${config}${where}${meant === undefined ? ', which is not in this workspace' : ''}.`,
      NO_POLICY,
    ];
  const place = link(placeOf(meant));
  const names = listenersIn(meant);
  if (meant.resource.opaque !== null || names.length === 0 || holdsListener(meant, name))
    return [`**Sent to the listener ${code(name)}** of ${config} (${place}), which may refuse it.`];
  return [
    `**No listener ${code(name)}** is in ${config} (${place}), which has ${list(names.map(code))}.`,
    NO_POLICY,
  ];
}

/** What becomes of pods whose rule names a listener that there is not (Cilium, redirects of an endpoint). */
const NO_POLICY =
  'As long as there is no such listener, Cilium works out no policy for the pods that the rule selects.';

/** Which of several listeners gets what several rules allow (Cilium, API of policies, `Listener.Priority`). */
const priorityLines = ({ priority }: Listener): readonly string[] =>
  priority === undefined
    ? []
    : [
        `Where rules send the same traffic to several listeners, the lowest \`priority\` gets it; this has ${priority}, and two of one priority contradict each other.`,
      ];
