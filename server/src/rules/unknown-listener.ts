import { portRulesIn } from '../admission/ciliumWalk.ts';
import { fieldIn } from '../admission/walk.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { setKey, setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { textOf } from '../model/untyped.ts';
import { code, list } from '../policy/print.ts';
import { holdsListener, listenersIn } from '../workspace/envoyConfigs.ts';
import type { Member } from '../workspace/member.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { typoOf } from './support/typo.ts';

type Listener = NonNullable<ReturnType<typeof listenerOf>>;

/** Listeners of Envoy that the configuration which a rule names does not have, and configurations that are not found. */
export default worldRule(
  {
    code: 'unknown-listener',
    title: 'A listener of Envoy that is not where a rule looks for it',
    category: 'inert',
    severity: 'warning',
    docs: `A rule with \`listener\` sends what it allows to a listener of the CiliumEnvoyConfig or CiliumClusterwideEnvoyConfig that
it names; the listener is found by its \`name\` among the \`resources\` there. In a policy for the whole cluster Cilium looks
for a configuration without a kind in the namespace of each selected pod, while its documentation speaks of those of the
cluster, so only a kind says which is meant. A configuration may be in another repository: of one that is not found this rule
speaks only where a manifest shows one that is almost called so.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  CILIUM_POLICIES,
  function* (member, world) {
    for (const { portRule } of portRulesIn(member.resource)) {
      const listener = listenerOf(member, portRule);
      if (listener !== undefined) yield* misled(member, listener, world);
    }
  },
);

/** A listener that a rule names, with its configuration. */
function listenerOf(
  { resource }: MemberOf<CiliumPolicy>,
  portRule: ReturnType<typeof portRulesIn>[number]['portRule'],
) {
  const listener = fieldIn(resource, portRule, 'listener');
  const config = listener && fieldIn(resource, listener, 'envoyConfig');
  const name = config && fieldIn(resource, config, 'name');
  return name ? { listener, config, configName: name } : undefined;
}

const CLUSTERWIDE = 'CiliumClusterwideEnvoyConfig';

function* misled(
  { resource, namespace }: MemberOf<CiliumPolicy>,
  { listener, config, configName }: Listener,
  world: World,
): Generator<Finding> {
  const { source } = resource;
  const kind = config.kind ?? (namespace === null ? null : 'CiliumEnvoyConfig');
  if (kind === null) {
    yield {
      span: source.value(config, 'name'),
      confidence: 'proven',
      message: `Without a \`kind\` Cilium looks for ${code(configName)} in the namespace of each pod that this policy selects, though it is one for the whole cluster. Name the kind.`,
      fixes: [
        {
          title: `Add \`kind: ${CLUSTERWIDE}\``,
          safe: false,
          edits: () => setKey(resource, config, 'kind', CLUSTERWIDE),
        },
      ],
    };
    return;
  }
  if (!world.complete) return;
  const isClusterwide = kind === CLUSTERWIDE;
  // What belongs to a namespace a policy for the whole cluster cannot name, and is told so.
  if (!isClusterwide && namespace === null) return;
  const configs = isClusterwide
    ? world.clusterMembers('cilium/CiliumClusterwideEnvoyConfig')
    : world
        .companionMembers(namespace!)
        .filter(({ resource: { kind: of } }) => of.id === 'cilium/CiliumEnvoyConfig');
  const meant = configs.filter((each) => nameOf(each) === configName);
  if (meant.length === 0) {
    const near = typoOf(configName, configs.map(nameOf));
    if (near !== null)
      yield {
        span: source.value(config, 'name'),
        confidence: 'supported',
        message: `There is no ${kind} ${code(configName)} here, so Cilium works out no policy for the pods that this rule selects. Did you mean ${code(near)}?`,
        fixes: [changeTo(near, () => setScalar(resource, config, 'name', near))],
      };
    return;
  }
  const [only] = meant;
  const name = fieldIn(resource, listener, 'name');
  if (meant.length > 1 || only!.resource.opaque !== null || !name) return;
  const names = listenersIn(only!);
  if (names.length === 0 || holdsListener(only!, name)) return;
  const near = names.length === 1 ? names[0]! : typoOf(name, names);
  yield {
    span: source.value(listener, 'name'),
    confidence: 'supported',
    message: `${kind} ${code(configName)} has no listener ${code(name)}, so Cilium works out no policy for the pods that this rule selects. It has ${list(names.map(code), 'and')}.`,
    ...(near !== null && {
      fixes: [changeTo(near, () => setScalar(resource, listener, 'name', near))],
    }),
  };
}

const changeTo = (
  name: string,
  edits: () => ReturnType<typeof setScalar>,
): NonNullable<Finding['fixes']>[number] => ({
  title: `Change to ${code(name)}`,
  safe: false,
  edits,
});

const nameOf = ({ resource }: Member): string => textOf(resource.body.metadata?.name) ?? '';
