import type { CalicoEntity } from '../../../model/calico.ts';
import type { NamespaceKey } from '../../../model/namespace.ts';
import { areLegible, isGlobal, saidBy } from '../../../policy/lower/calicoSelectors.ts';
import { code, codeList, list, namespaceText } from '../../../policy/print.ts';
import { canonical } from '../../../policy/selector/calico/canonical.ts';

/** One thing that a side of a rule asks for, in words. */
export interface Condition {
  /** The field that says so; null where its absence does. */
  readonly field: keyof CalicoEntity | null;
  readonly text: string;
}

/** What a side of a rule asks for, all of which must hold (libcalico-go, EntityRule). */
export function conditionsOf(
  entity: CalicoEntity,
  home: NamespaceKey | null,
): readonly Condition[] {
  const { selector, notSelector, serviceAccounts, services } = entity;
  const { names = [], selector: accounts } = serviceAccounts ?? {};
  const found: (Condition | null)[] = [
    isSaid(selector) ? { field: 'selector', text: `its labels are ${spelled(selector)}` } : null,
    namespaceCondition(entity, home),
    isSaid(accounts)
      ? {
          field: 'serviceAccounts',
          text: `the labels of its service account are ${spelled(accounts)}`,
        }
      : null,
    names.length > 0
      ? {
          field: 'serviceAccounts',
          text: `it runs as service account ${list(names.map(code), 'or')}`,
        }
      : null,
    isSaid(notSelector)
      ? { field: 'notSelector', text: `its labels are **not** ${spelled(notSelector)}` }
      : null,
    ...(['nets', 'notNets'] as const).map((field): Condition | null => netCondition(entity, field)),
    ...(['ports', 'notPorts'] as const).map((field) => portCondition(entity, field)),
    services === undefined
      ? null
      : {
          field: 'services',
          text: `it is behind the Service \`${services.name ?? ''}\`${services.namespace === undefined ? '' : ` in ${namespaceText(services.namespace)}`}`,
        },
  ];
  return found.filter((condition) => condition !== null);
}

const isSaid = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== '';

/** A selector as Calico spells it; one that cannot be read as it is written. */
const spelled = (text: string): string => code(areLegible(text) ? canonical(saidBy(text)) : text);

/** In which namespaces; a policy of one means its own where a selector of pods has none beside it. */
function namespaceCondition(entity: CalicoEntity, home: NamespaceKey | null): Condition | null {
  const { namespaceSelector, selector, notSelector, serviceAccounts } = entity;
  if (isSaid(namespaceSelector)) {
    const text = isGlobal(namespaceSelector)
      ? 'it lives in no namespace, as global network sets and host endpoints do'
      : saidBy(namespaceSelector).kind === 'all'
        ? 'it lives in some namespace, whichever'
        : `the labels of its namespace are ${spelled(namespaceSelector)}`;
    return { field: 'namespaceSelector', text };
  }
  const asks =
    [selector, notSelector, serviceAccounts?.selector].some(isSaid) ||
    (serviceAccounts?.names ?? []).length > 0;
  return home === null || !asks
    ? null
    : {
        field: null,
        text: `it is in ${namespaceText(home)}, as no \`namespaceSelector\` stands beside it`,
      };
}

function netCondition(entity: CalicoEntity, field: 'nets' | 'notNets'): Condition | null {
  const nets = entity[field] ?? [];
  if (nets.length === 0) return null;
  const text =
    field === 'nets'
      ? `its address is in ${list(nets.map(code), 'or')}`
      : `its address is **not** in ${list(nets.map(code), 'or')}`;
  return { field, text };
}

function portCondition(entity: CalicoEntity, field: 'ports' | 'notPorts'): Condition | null {
  const ports = (entity[field] ?? []).map(String);
  if (ports.length === 0) return null;
  return {
    field,
    text:
      field === 'ports'
        ? `its port is one of ${codeList(ports)}`
        : `its port is **none** of ${codeList(ports)}`,
  };
}
