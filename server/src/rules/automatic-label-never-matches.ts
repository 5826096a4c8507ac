import { calicoSelectorsIn } from '../admission/calicoSelectors.ts';
import { capital } from '../base/words.ts';
import type { Bodies } from '../model/bodies.ts';
import type { SelectorText } from '../model/calicoSelectors.ts';
import { editText, partSpan, placedText } from '../model/characters.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_RULED, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import type { Expression } from '../policy/selector/calico/expression.ts';
import { parse } from '../policy/selector/calico/parse.ts';
import { selectorOf } from '../policy/selector/calico/selectorOf.ts';
import type { Token } from '../policy/selector/calico/token.ts';
import { neverMatches } from '../policy/selector/implies.ts';
import type { Selector } from '../policy/selector/selector.ts';
import { KUBERNETES_NAME, NAMESPACE_NAME, ORCHESTRATOR } from '../policy/vocabulary.ts';
import { documentRule } from './rule.ts';
import { labelsOfNoPod } from './support/ciliumLabels.ts';

/** Conditions on labels that the network plugin or Kubernetes gives only to other objects, or never with this value. */
export default documentRule(
  {
    code: 'automatic-label-never-matches',
    title: 'A label that the selected objects are never given',
    category: 'inert',
    severity: 'warning',
    docs: `Calico gives labels of its own, each to some objects only: pods have \`projectcalico.org/namespace\`,
\`projectcalico.org/serviceaccount\` and \`projectcalico.org/orchestrator\`, which is \`k8s\` for every pod; namespaces and service
accounts have \`projectcalico.org/name\` (Calico documentation, "Calico automatic labels"). A \`selector\` asks for labels of
pods, a \`namespaceSelector\` for those of namespaces, a \`serviceAccountSelector\` for those of service accounts. A condition
on a label that only other objects have is never true, and nobody says so.

Cilium knows pods by most of their labels, but not by those that come and go with each of them or describe where they run,
such as \`pod-template-hash\` and \`topology.kubernetes.io/zone\` (Cilium documentation, "Limiting identity-relevant labels").
The name of a pod's namespace is \`k8s:io.kubernetes.pod.namespace\` to it, and the labels of the namespace begin with
\`k8s:io.cilium.k8s.namespace.labels.\`.`,
    since: '0.1.0',
    fixable: true,
  },
  [...CALICO_RULED, ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) yield* labelsOfNoPod(policy);
    else if (isOf(policy, CALICO_RULED)) yield* byCalico(policy);
  },
);

function* byCalico(policy: Resource<Bodies[(typeof CALICO_RULED)[number]]>): Generator<Finding> {
  for (const placed of calicoSelectorsIn(policy)) {
    const { expression, tokens } = parse(placed.text);
    if (expression === null) continue;
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'label' && token.kind !== 'has') continue;
      if (Object.hasOwn(FOREIGN[placed.selects], token.value))
        yield foreign(policy, placed, token, expression);
      else if (token.value === ORCHESTRATOR)
        yield* misnamed(policy, placed, tokens.slice(index + 1), expression);
    }
  }
}

/** What carries the labels that a selector asks for. */
const BEARERS: Readonly<Record<SelectorText['selects'], string>> = {
  endpoints: 'pods',
  namespaces: 'namespaces',
  accounts: 'service accounts',
};

const NAMESPACE = 'projectcalico.org/namespace';
const ACCOUNT = 'projectcalico.org/serviceaccount';

/** The labels that the bearers never have: who has them instead, and which label says the same of the bearers. */
const FOREIGN: Readonly<
  Record<
    SelectorText['selects'],
    Readonly<Record<string, { readonly of: string; readonly here: string | null }>>
  >
> = {
  endpoints: {
    [NAMESPACE_NAME]: { of: 'namespaces and service accounts', here: NAMESPACE },
    [KUBERNETES_NAME]: { of: 'namespaces', here: NAMESPACE },
  },
  namespaces: {
    [NAMESPACE]: { of: 'pods', here: NAMESPACE_NAME },
    [ACCOUNT]: { of: 'pods', here: null },
    [ORCHESTRATOR]: { of: 'pods', here: null },
  },
  accounts: {
    [ACCOUNT]: { of: 'pods', here: NAMESPACE_NAME },
    [NAMESPACE]: { of: 'pods', here: null },
    [ORCHESTRATOR]: { of: 'pods', here: null },
    [KUBERNETES_NAME]: { of: 'namespaces', here: null },
  },
};

function foreign(
  policy: Resource,
  placed: SelectorText,
  token: Token,
  expression: Expression,
): Finding {
  const bearer = BEARERS[placed.selects];
  const { of, here } = FOREIGN[placed.selects][token.value]!;
  const so = consequenceOf(placed, expression, { op: 'not', of: exists(token.value) });
  const start = `\`${token.value}\` is a label of ${of}, not of ${bearer}, ${so}.`;
  if (here === null || staysInside(policy, placed)) {
    const where = of === 'pods' ? 'selector' : 'namespaceSelector';
    return {
      span: partSpan(textOf(policy, placed), token.inside),
      confidence: 'proven',
      message: `${start} ${placed.own && policy.kind.namespaced ? 'Leave it out: a policy is for its own namespace anyway.' : `Ask for it in \`${where}\`.`}`,
    };
  }
  return {
    span: partSpan(textOf(policy, placed), token.inside),
    confidence: 'proven',
    message: `${start} ${capital(bearer)} have \`${here}\`.`,
    fixes: [changeTo(policy, placed, token, here)],
  };
}

/** Whether a selector of pods looks into the namespace of its policy alone, so that no other can be named in it. */
const staysInside = (policy: Resource, placed: SelectorText): boolean =>
  policy.kind.namespaced &&
  placed.selects === 'endpoints' &&
  (placed.own || !('namespaceSelector' in placed.object));

/** Kubernetes under another name than the one that Calico has for it. */
function* misnamed(
  policy: Resource,
  placed: SelectorText,
  behind: readonly Token[],
  expression: Expression,
): Generator<Finding> {
  const [operator, ...rest] = behind;
  const isSet = operator?.kind === 'in' || operator?.kind === 'not in';
  if (!isSet && operator?.kind !== '==' && operator?.kind !== '!=') return;
  const end = isSet ? rest.findIndex(({ kind }) => kind === '}') : 1;
  const real: Selector = { op: 'in', key: ORCHESTRATOR, values: ['k8s'] };
  for (const token of rest.slice(0, end)) {
    if (token.kind !== 'string' || !/^(?:kube|k8s)/i.test(token.value)) continue;
    if (token.value === 'k8s') continue;
    const so = consequenceOf(placed, expression, {
      op: 'any',
      of: [real, { op: 'not', of: exists(ORCHESTRATOR) }],
    });
    yield {
      span: partSpan(textOf(policy, placed), token.inside),
      confidence: 'proven',
      message: `Calico calls it \`k8s\`: no pod has \`${ORCHESTRATOR}\` with the value \`${token.value}\`, ${so}.`,
      fixes: [changeTo(policy, placed, token, 'k8s')],
    };
  }
}

const exists = (key: string): Selector => ({ op: 'exists', key });

/** What follows for the whole selector of labels that are always as `real` says. */
function consequenceOf(placed: SelectorText, expression: Expression, real: Selector): string {
  if (!neverMatches({ op: 'all', of: [selectorOf(expression), real] }))
    return 'so this condition decides nothing';
  if (placed.own) return 'so this policy selects nothing';
  return placed.key === 'notSelector' ? 'so this leaves nobody out' : 'so this matches nothing';
}

const textOf = (policy: Resource, { object, key, text }: SelectorText) =>
  placedText(policy, object, key, text);

const changeTo = (
  policy: Resource,
  placed: SelectorText,
  { inside }: Token,
  text: string,
): NonNullable<Finding['fixes']>[number] => ({
  title: `Write \`${text}\``,
  safe: false,
  edits: () =>
    editText(policy, placed.object, placed.key, textOf(policy, placed), [{ span: inside, text }]),
});
