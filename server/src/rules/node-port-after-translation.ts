import type { IrRule, PortTerm } from '../policy/ir.ts';
import { qualified } from '../policy/print.ts';
import type { World } from '../workspace/world.ts';
import { worldRule } from './rule.ts';
import { hostPolicyOf, isOfPodsAlone } from './support/hosts.ts';
import { meaningOf } from './support/meaning.ts';

/**
 * The ports that Kubernetes gives Services on every node, unless it is told others (kube-apiserver,
 * `--service-node-port-range`).
 */
const [FIRST, LAST] = [30_000, 32_767];

/** Policies about the ports of nodes that see the ports of pods. */
export default worldRule(
  {
    code: 'node-port-after-translation',
    title: 'A NodePort in a policy that sees the port of the pod',
    category: 'too-open',
    severity: 'warning',
    docs: `A connection to a NodePort is translated to the address and port of a pod before a policy for hosts or pods sees
it, so the number of the NodePort never matches: what is denied stays open, and what is allowed is not let in. A policy with
\`preDNAT: true\` and \`applyOnForward: true\` comes before that (Calico documentation, "Apply policy to Kubernetes node ports").

netpol speaks of the whole range of NodePorts, and of a port that a Service of the workspace has as its \`nodePort\`.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/GlobalNetworkPolicy', 'calico/StagedGlobalNetworkPolicy'],
  function* (member, world) {
    const { chosen } = hostPolicyOf(member);
    // With `doNotTrack` or `preDNAT` it sees the ports as they are, and has no rules for pods.
    for (const rule of meaningOf(member).rules) {
      const written = member.resource.body.spec.ingress?.[rule.index]?.destination;
      if (rule.direction !== 'ingress' || written?.ports === undefined) continue;
      const service = nodePortIn(rule, world);
      if (service === null) continue;
      yield {
        span: member.resource.source.value(written, 'ports'),
        confidence: service === WHOLE_RANGE ? 'proven' : 'supported',
        message: `${service === WHOLE_RANGE ? 'NodePorts are' : `This is the NodePort of Service \`${service}\`, which is`} translated to the ports of pods before this policy sees a connection, so this rule ${EFFECT[rule.verdict]}. ${chosen !== null && isOfPodsAlone(chosen) ? 'Give the ports of the pods' : 'Set `preDNAT: true` and `applyOnForward: true`'}.`,
      };
    }
  },
);

const EFFECT = {
  allow: 'lets none of them in',
  deny: 'leaves them open',
  pass: 'passes none of them on',
} as const;

const WHOLE_RANGE = Symbol('the range of all NodePorts');

/**
 * What shows that a rule speaks of NodePorts and nothing else: its range, or the Service that has one; null where
 * nothing does.
 */
function nodePortIn({ ports }: IrRule, world: World): string | typeof WHOLE_RANGE | null {
  if (ports === 'all' || !ports.every(isNodePort)) return null;
  if (ports.some(({ first, last }) => first <= FIRST && LAST <= last)) return WHOLE_RANGE;
  for (const { key } of world.namespaces())
    for (const { name, ports: offered } of world.inventory(key).services)
      if (
        offered.some(({ nodePort, protocol }) =>
          ports.some(
            (term) =>
              nodePort !== null &&
              term.protocol === protocol &&
              term.first <= nodePort &&
              nodePort <= term.last,
          ),
        )
      )
        return qualified(key, name);
  return null;
}

type NumberTerm = Extract<PortTerm, { kind: 'numbers' }>;

const isNodePort = (term: PortTerm): term is NumberTerm =>
  term.kind === 'numbers' && FIRST <= term.first && term.last <= LAST;
