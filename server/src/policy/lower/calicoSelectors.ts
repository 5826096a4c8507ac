import type { CalicoEntity, CalicoPolicy } from '../../model/calico.ts';
import { ALL, both, not, type Expression } from '../selector/calico/expression.ts';
import { parse } from '../selector/calico/parse.ts';
import { prefixed, replaced } from '../selector/calico/rewrite.ts';
import { INHERITED } from '../vocabulary.ts';

/*
 * The selectors of a policy, put together to the one that Felix looks at (libcalico-go, update processors): over the
 * labels of an endpoint or network set itself, and those that it inherits under a prefix.
 */

/** The label of all that lives in a namespace, with the name of that. */
export const NAMESPACE_LABEL = 'projectcalico.org/namespace';
const ACCOUNT_LABEL = 'projectcalico.org/serviceaccount';

const IN_SOME_NAMESPACE: Expression = { kind: 'has', label: NAMESPACE_LABEL };
const WITH_SOME_ACCOUNT: Expression = { kind: 'has', label: ACCOUNT_LABEL };

const inNamespace = (namespace: string): Expression => ({
  kind: 'compare',
  label: NAMESPACE_LABEL,
  operator: '==',
  value: namespace,
});

/** What a selector says; undefined where it is left out or empty, null where it cannot be read. */
function read(text: string | undefined): Expression | null | undefined {
  return text === undefined || text.trim() === '' ? undefined : parse(text).expression;
}

/** Whether all selectors of a policy's subject, or of one side of a rule, can be read. */
export const areLegible = (...texts: readonly (string | undefined)[]): boolean =>
  texts.every((text) => read(text) !== null);

/** Which service accounts are meant; undefined where all are. */
function accountsOf({
  serviceAccounts,
}: Pick<CalicoEntity, 'serviceAccounts'>): Expression | undefined {
  const { names = [], selector } = serviceAccounts ?? {};
  const chosen = read(selector);
  const parts: Expression[] = [];
  if (chosen) parts.push(prefixed(chosen, INHERITED.serviceAccount));
  if (names.length > 0)
    parts.push({ kind: 'set', label: ACCOUNT_LABEL, operator: 'in', values: names });
  return parts.length === 0 ? undefined : both(...parts);
}

/** What the labels of the endpoints themselves must be; undefined where the entity does not say. */
export function endpointsOf(entity: CalicoEntity): Expression | undefined {
  const [accounts, selector] = [accountsOf(entity), read(entity.selector)];
  const parts = [accounts, selector].filter((part) => part !== undefined && part !== null);
  return parts.length === 0 ? undefined : both(...parts);
}

/** What of the service accounts that a policy selects; undefined where it does not say. */
export function subjectAccounts(
  spec: CalicoPolicy['spec'],
  namespace: string | null,
): Expression | undefined {
  const accounts = read(spec.serviceAccountSelector);
  if (!accounts) return undefined;
  const inherited = prefixed(accounts, INHERITED.serviceAccount);
  return namespace === null ? replaced(inherited, { all: WITH_SOME_ACCOUNT }) : inherited;
}

/**
 * Which endpoints a policy of `namespace`, or of the whole cluster, selects. A part that cannot be read is left out, as
 * Felix does where such a policy is stored: it then selects more.
 */
export function subjectExpression(
  spec: CalicoPolicy['spec'],
  namespace: string | null,
): Expression {
  const selector = read(spec.selector) ?? undefined;
  const accounts = subjectAccounts(spec, namespace);
  const parts: (Expression | undefined)[] = [selector];
  if (namespace !== null) parts.push(inNamespace(namespace), accounts);
  else {
    const namespaces = read(spec.namespaceSelector) ?? undefined;
    parts.push(namespaces && prefixed(namespaces, INHERITED.namespace));
    if (namespaces !== undefined)
      return joined(
        ...parts.map((part) => part && replaced(part, { all: IN_SOME_NAMESPACE })),
        accounts,
      );
    return joined(
      ...parts.map((part) => part && accounts && replaced(part, { all: WITH_SOME_ACCOUNT })),
      ...(accounts === undefined ? parts : []),
      accounts,
    );
  }
  return joined(...parts);
}

const joined = (...parts: readonly (Expression | undefined)[]): Expression =>
  both(...parts.filter((part) => part !== undefined));

/**
 * Which endpoints and network sets one side of a rule speaks of, `notSelector` apart; null where it does not restrict
 * them, so that addresses outside the cluster are among those it means.
 */
export function entityExpression(
  entity: CalicoEntity,
  namespace: string | null,
): Expression | null {
  const namespaces = read(entity.namespaceSelector);
  const endpoints = endpointsOf(entity);
  const said = [namespaces, endpoints, read(entity.notSelector)].some((part) => part !== undefined);
  if (!said) return null;
  const within = namespaces
    ? replaced(prefixed(namespaces, INHERITED.namespace), {
        all: IN_SOME_NAMESPACE,
        global: not(IN_SOME_NAMESPACE),
      })
    : namespace === null
      ? undefined
      : inNamespace(namespace);
  return within === undefined && endpoints === undefined ? null : joined(within, endpoints);
}

/** Whether a selector of namespaces asks for what lives in none. */
export const isGlobal = (text: string | undefined): boolean => read(text)?.kind === 'global';

/** What a selector says; everything where it is left out. Only of those that are legible. */
export const saidBy = (text: string | undefined): Expression => read(text) ?? ALL;
