import { ciliumItemsIn, ciliumRulesIn } from '../admission/ciliumWalk.ts';
import { renameKey, setScalar } from '../model/edit.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import { isEntity, type Entity } from '../policy/cilium/entities.ts';
import { documentRule } from './rule.ts';

/** Reserved labels and entities that find nobody where they stand. */
export default documentRule(
  {
    code: 'entity-never-matches',
    title: 'A reserved label that finds nobody where it stands',
    category: 'inert',
    severity: 'warning',
    docs: `What is no pod Cilium knows by a reserved label: \`reserved:host\`, \`reserved:remote-node\`, \`reserved:world\`,
\`reserved:kube-apiserver\`, \`reserved:ingress\`, \`reserved:health\`, \`reserved:init\`, \`reserved:unmanaged\`. Their values are
empty, so \`reserved:health: ""\` finds the health endpoints, while \`reserved: health\` asks pods for a label that is called
\`reserved\` (Cilium documentation, "Special Identities"). \`all\`, \`cluster\` and \`none\` are entities only: no label is called so.

An \`endpointSelector\` finds pods, and of all others only health, ingress and init endpoints; for nodes there is \`nodeSelector\`
in a CiliumClusterwideNetworkPolicy. In a CiliumNetworkPolicy, which is for pods of its namespace, it finds none but init
endpoints.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    const subjects = ciliumRulesIn(policy).flatMap(
      ({ endpointSelector }) => endpointSelector ?? [],
    );
    const peers = ciliumItemsIn(policy).flatMap(({ item }) => [
      ...(item.fromEndpoints ?? []),
      ...(item.toEndpoints ?? []),
    ]);
    for (const selector of subjects) yield* subjectFaults(policy, selector);
    for (const selector of [...subjects, ...peers]) yield* labelFaults(policy, selector);
  },
);

/** The entities by whose names Cilium labels what is no pod (Cilium, pkg/labels, reserved labels). */
type Reserved = Exclude<Entity, 'cluster' | 'cluster-mesh'>;

const isReserved = (name: string): name is Reserved => isEntity(name) && !WITHOUT_LABEL.has(name);

/** Entities that stand for several labels, or for none. */
const WITHOUT_LABEL: ReadonlySet<string> = new Set(['all', 'cluster', 'cluster-mesh', 'none']);

const PREFIX = 'reserved:';

/** What of the reserved can have policies of its own as pods have. */
const ENDPOINTS: ReadonlySet<string> = new Set(['health', 'ingress', 'init']);

/** Reserved labels that a subject asks for and none of its endpoints has. */
function* subjectFaults(policy: Resource, selector: LabelSelector): Generator<Finding> {
  const { source, kind } = policy;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const asked = [
    ...Object.keys(matchLabels).map((key) => ({ key, span: source.key(matchLabels, key) })),
    ...matchExpressions
      .filter(({ operator }) => operator === 'Exists')
      .map((expression) => ({ key: expression.key, span: source.value(expression, 'key') })),
  ];
  for (const { key, span } of asked) {
    const name = key.slice(PREFIX.length);
    if (!key.startsWith(PREFIX) || !isReserved(name)) continue;
    if (name === 'init' || (!kind.namespaced && ENDPOINTS.has(name))) continue;
    yield {
      span,
      confidence: 'proven',
      message: `\`${key}\` is ${WHAT[name]}, and \`endpointSelector\` finds ${ENDPOINTS.has(name) ? 'only pods in a CiliumNetworkPolicy' : 'pods'}: this rule is for nobody. ${adviceFor(name)}`,
    };
  }
}

const WHAT: Readonly<Record<Reserved, string>> = {
  host: 'the node',
  'remote-node': 'other nodes',
  world: 'what is outside of the cluster',
  'world-ipv4': 'what is outside of the cluster',
  'world-ipv6': 'what is outside of the cluster',
  'kube-apiserver': 'the API server',
  ingress: 'the Envoy of Ingresses and Gateways',
  health: 'the health endpoint of a node',
  init: 'a pod whose labels are not known yet',
  unmanaged: 'a pod that Cilium does not manage',
};

const adviceFor = (name: Reserved): string =>
  name === 'host' || name === 'remote-node'
    ? 'Nodes have policies by `nodeSelector` in a CiliumClusterwideNetworkPolicy.'
    : ENDPOINTS.has(name)
      ? 'Write a CiliumClusterwideNetworkPolicy.'
      : 'It can be a peer only.';

/** Reserved labels that are written so that nothing has them. */
function* labelFaults(policy: Resource, { matchLabels = {} }: LabelSelector): Generator<Finding> {
  const { source } = policy;
  for (const [key, value] of Object.entries(matchLabels)) {
    const isPlain = /^(?:any:|k8s:)?reserved$/.test(key);
    const name = isPlain ? value : key.slice(PREFIX.length);
    if (isPlain && (isReserved(name) || WITHOUT_LABEL.has(name)))
      yield {
        span: source.key(matchLabels, key),
        confidence: 'proven',
        message: `This asks pods for a label called \`reserved\` with the value \`${value}\`. ${isReserved(name) ? `What Cilium means by \`${name}\` has the label \`${PREFIX}${name}\` without a value.` : entityAdvice(name)}`,
        fixes: isReserved(name) ? [asReserved(policy, matchLabels, key, name)] : [],
      };
    else if (key.startsWith(PREFIX) && WITHOUT_LABEL.has(name))
      yield {
        span: source.key(matchLabels, key),
        confidence: 'proven',
        message: `Nothing has a label \`${key}\`, so this finds nobody. ${entityAdvice(name)}`,
      };
    else if (key.startsWith(PREFIX) && isReserved(name) && value !== '')
      yield {
        span: source.value(matchLabels, key),
        confidence: 'proven',
        message: `Reserved labels have no value, so \`${key}\` with \`${value}\` finds nobody. Write \`""\`.`,
        fixes: [
          {
            title: `Write \`""\`: whatever has the label \`${key}\``,
            safe: false,
            edits: () => setScalar(policy, matchLabels, key, ''),
          },
        ],
      };
  }
}

const entityAdvice = (name: string): string =>
  `\`${name}\` is an entity: write it in \`fromEntities\` or \`toEntities\`, in an item of its own.`;

const asReserved = (
  policy: Resource,
  labels: Readonly<Record<string, string>>,
  key: string,
  name: Reserved,
): Fix => ({
  title: `Write \`${PREFIX}${name}: ""\``,
  safe: false,
  edits: () => [
    ...renameKey(policy, labels, key, `${PREFIX}${name}`),
    ...setScalar(policy, labels, key, ''),
  ],
});
