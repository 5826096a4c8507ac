import { ciliumRulesIn } from '../admission/ciliumWalk.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { namespaceName } from '../model/namespace.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import { conditionsOf, isOfKubernetes, type Condition } from '../policy/lower/ciliumSelectors.ts';
import { codeList } from '../policy/print.ts';
import { CILIUM_LABELS } from '../policy/vocabulary.ts';
import { inventoryRule } from './rule.ts';

/** Subjects that ask for another namespace than that of their policy. */
export default inventoryRule(
  {
    code: 'namespace-in-subject',
    title: 'Another namespace in the subject of a policy',
    category: 'inert',
    severity: 'warning',
    docs: `A CiliumNetworkPolicy is for pods of its own namespace and no others. Cilium adds the label
\`k8s:io.kubernetes.pod.namespace\` with that namespace to each \`endpointSelector\` (Cilium documentation, "Namespaces"). Where
\`matchLabels\` asks for another one under just that key, Cilium puts its own in its place and only its log says so; asked for in
any other way, the two contradict each other and the policy selects nothing. Create the policy in the namespace that is meant,
or write a CiliumClusterwideNetworkPolicy.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['cilium/CiliumNetworkPolicy'],
  function* ({ resource, namespace }) {
    const own = namespaceName(namespace!);
    if (own === null) return;
    for (const { endpointSelector } of ciliumRulesIn(resource)) {
      if (endpointSelector === undefined) continue;
      for (const condition of conditionsOf(endpointSelector))
        if (isOfKubernetes(condition) && condition.key === CILIUM_LABELS.namespace)
          yield* misled(resource, endpointSelector, condition, own);
    }
  },
);

function* misled(
  resource: Resource<CiliumPolicy>,
  selector: LabelSelector,
  { isLabel, source, requirement }: Condition,
  own: string,
): Generator<Finding> {
  const { key, operator, values = [] } = requirement;
  const others = values.filter((value) => value !== own);
  const start = 'A CiliumNetworkPolicy is only for pods of its own namespace';
  if (isLabel) {
    const [other] = others;
    if (other === undefined) return;
    const { matchLabels } = selector;
    const so =
      source === 'k8s'
        ? `Cilium reads \`${own}\` here instead of \`${other}\``
        : `this policy selects nothing: \`${other}\` is not \`${own}\``;
    yield {
      span: resource.source.value(matchLabels!, key),
      confidence: 'proven',
      message: `${start}, and ${so}. ${elsewhere(`\`${other}\``)}`,
      fixes: [
        {
          title: `Write \`${own}\`: the policy is for pods there`,
          safe: false,
          edits: () => setScalar(resource, matchLabels!, key, own),
        },
      ],
    };
    return;
  }
  const expression = selector.matchExpressions!.find((one) => one === requirement)!;
  const finding = (so: string, advice: string): Finding => ({
    span: resource.source.value(expression, values.length > 0 ? 'values' : 'operator'),
    confidence: 'proven',
    message: `${start}${so} ${advice}`,
  });
  if (operator === 'In' && others.length > 0)
    yield finding(
      others.length < values.length
        ? `, \`${own}\`: this leaves ${codeList(others)} out.`
        : `, \`${own}\`, so with ${codeList(others)} this policy selects nothing.`,
      elsewhere(others.length === 1 ? codeList(others) : 'each of them'),
    );
  else if (operator === 'Exists')
    yield finding(
      `, \`${own}\`: this does not make it one for all.`,
      'Write a CiliumClusterwideNetworkPolicy for that.',
    );
  else if (operator === 'DoesNotExist' || (operator === 'NotIn' && values.includes(own)))
    yield finding(
      `, \`${own}\`, and this leaves just these out: it selects nothing.`,
      'Write a CiliumClusterwideNetworkPolicy for the others.',
    );
}

const elsewhere = (where: string): string =>
  `Create the policy in ${where}, or write a CiliumClusterwideNetworkPolicy.`;
