import type { Change, DoubtfulChange, Fate } from '../../policy/changes.ts';
import type { Diff } from '../../policy/diff.ts';
import type { Party, PolicyName } from '../../policy/party.ts';

/**
 * `diff` as comma-separated values (RFC 4180): a row for each change and, of the kind `doubt`, for each that may be one.
 * What is not there is an empty cell.
 */
export const changesCsv = ({ changes, doubts }: Diff): string =>
  [
    COLUMNS,
    ...changes.map((row) => cellsOf(row, row.kind, row.before ?? '', row.after ?? '')),
    ...doubts.map((row) => cellsOf(row, 'doubt', known(row, row.before), known(row, row.after))),
  ]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');

const COLUMNS = [
  'kind',
  'source',
  'destination',
  'before',
  'after',
  'workloads added',
  'workloads removed',
  'because',
];

const cellsOf = (
  { src, dst, workloads, because }: Change | DoubtfulChange,
  kind: string,
  before: string,
  after: string,
): string[] => [
  kind,
  partyName(src),
  partyName(dst),
  before,
  after,
  workloads.added.map(partyName).join(' '),
  workloads.removed.map(partyName).join(' '),
  because.map(({ policy }) => policyName(policy)).join(' '),
];

const known = ({ conn }: DoubtfulChange, fate: Fate): string =>
  ({ allowed: conn, denied: '', 'in doubt': `in doubt: ${conn}` })[fate];

/** `shop/Deployment/web` or `host/one`, as the command line takes it, or blocks. */
const partyName = (party: Party): string =>
  party.kind === 'external'
    ? party.cidrs.join(' ')
    : party.kind === 'host'
      ? `host/${party.name}`
      : `${party.namespace ?? ''}/${party.workloadKind}/${party.name}`;

const policyName = ({ namespace, kind, name }: PolicyName): string =>
  namespace === null ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
