import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { intersect, intervals, type Intervals } from '../../server/src/base/intervals.ts';
import { usualAssumptions, type Assumptions } from '../../server/src/policy/assumptions.ts';
import {
  contains,
  overlaps,
  parseAddress,
  parseBlock,
  pieces,
  wholeFamily,
  type Block,
} from '../../server/src/policy/cidr.ts';
import type { ReachRow } from '../../server/src/policy/reach.ts';

/*
 * The notations of np-guard's netpol-analyzer, read into one form that its results and ours can be compared in:
 * workloads by name, addresses cut where either side cuts them, connections as ports by protocol.
 */

/** What the analyser takes for granted: pods have no addresses, host-network pods are pods, the world is IPv4. */
export const npGuardAssumptions: Assumptions = {
  ...usualAssumptions,
  ipBlocksMatchPods: false,
  hostNetworkPods: 'ordinary',
  ipFamilies: ['IPv4'],
  protocols: ['SCTP', 'TCP', 'UDP'],
  defaultNamespace: 'default',
  undeclaredNamespaces: 'bare',
};

/** An end of an edge: a workload as `namespace/name[Kind]`, or addresses. */
export type End =
  | { readonly kind: 'workload'; readonly text: string }
  | { readonly kind: 'addresses'; readonly blocks: readonly Block[] };

/** One connection list entry; `conn` as ports by protocol. */
export interface Edge {
  readonly src: End;
  readonly dst: End;
  readonly conn: Ports;
}

/** Ports by protocol, of the three that are modelled. */
export type Ports = ReadonlyMap<string, Intervals>;

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const WHOLE: Intervals = [[1, 65535]];
const everything: Ports = new Map(PROTOCOLS.map((protocol) => [protocol, WHOLE]));

/** Reads `All Connections`, `No Connections`, and `TCP 80,90-99,UDP 53` as well as our `All` and `TCP 80,90-99; UDP`. */
export function parsePorts(text: string): Ports {
  if (text === 'All' || text === 'All Connections') return everything;
  if (text === 'None' || text === 'No Connections') return new Map();
  const parts = text.split(/; |,(?=[A-Za-z])/);
  return new Map(
    parts.map((part) => {
      const [protocol, ports] = part.trim().split(' ');
      if (ports === undefined) return [protocol!, WHOLE];
      const ranges = ports.split(',').map((range): [number, number] => {
        const [first, last] = range.split('-').map(Number);
        return [first!, last ?? first!];
      });
      return [protocol!, intersect(intervals(ranges), WHOLE)];
    }),
  );
}

/** One form of the same ports. */
export const portsText = (ports: Ports): string =>
  PROTOCOLS.every((protocol) => rangesText(ports.get(protocol)) === '1-65535')
    ? 'All'
    : [...ports]
        .filter(([, ranges]) => ranges.length > 0)
        .map(([protocol, ranges]) => `${protocol} ${rangesText(ranges)}`)
        .sort()
        .join('; ') || 'None';

const rangesText = (ranges: Intervals | undefined): string =>
  (ranges ?? []).map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join();

/** Whether one protocol and port is among the ports. */
export const hasPort = (ports: Ports, protocol: string, port: number): boolean =>
  (ports.get(protocol) ?? []).some(([first, last]) => first <= port && port <= last);

const range = (text: string): Block => {
  const [first, last] = text.split('-').map((address) => parseAddress(address.trim())!);
  return { ...first!, last: (last ?? first!).last };
};

function parseEnd(text: string): End {
  const external = /^(.*)\[External\]$/s.exec(text);
  if (external !== null)
    return {
      kind: 'addresses',
      blocks: external[1]!.split(',').map((part) => range(part.replace('[External]', ''))),
    };
  return { kind: 'workload', text };
}

/** The edges of a text output: `SRC => DST : CONN`, one a line. Other lines are headings and warnings. */
export function parseText(text: string, focusConn: string | null): Edge[] {
  return text.split('\n').flatMap((line) => {
    const [, src, dst, conn] = /^(\S.*?) => (\S+?)(?: : (.+))?$/.exec(line.trim()) ?? [];
    if (src === undefined || dst === undefined) return [];
    const told = conn ?? focusConn;
    return told === null
      ? []
      : [{ src: parseEnd(src), dst: parseEnd(dst), conn: parsePorts(told) }];
  });
}

/** The edges of a JSON output: a list of `{src, dst, conn}`. */
export const parseJson = (text: string): Edge[] =>
  (JSON.parse(text) as { src: string; dst: string; conn: string }[]).map(({ src, dst, conn }) => ({
    src: parseEnd(src),
    dst: parseEnd(dst),
    conn: parsePorts(conn),
  }));

/** Our rows as edges. */
export const edgesOf = (rows: readonly ReachRow[]): Edge[] =>
  rows.map(({ src, dst, conn }) => ({ src: endOf(src), dst: endOf(dst), conn: parsePorts(conn) }));

const endOf = (party: ReachRow['src']): End =>
  party.kind === 'external'
    ? { kind: 'addresses', blocks: party.cidrs.map((cidr) => parseBlock(cidr)!) }
    : { kind: 'workload', text: `${party.namespace ?? ''}/${party.name}[${party.workloadKind}]` };

/** Edges as lines that are equal where the meaning is: addresses cut at every border of either list. */
export function lines(edges: readonly Edge[], others: readonly Edge[]): Set<string> {
  const borders = [...edges, ...others].flatMap(({ src, dst }) => [src, dst].flatMap(blocksOf));
  const cut = pieces(wholeFamily('IPv4'), borders);
  const names = (end: End): string[] =>
    end.kind === 'workload'
      ? [end.text]
      : cut
          .filter((piece) => end.blocks.some((block) => contains(block, piece)))
          .map(({ first }) => `from address ${first}`);
  return new Set(
    edges.flatMap(({ src, dst, conn }) =>
      names(src).flatMap((from) => names(dst).map((to) => `${from} => ${to} : ${portsText(conn)}`)),
    ),
  );
}

const blocksOf = (end: End): readonly Block[] => (end.kind === 'addresses' ? end.blocks : []);

/** Whether a name as the options give it (`name` or `namespace/name`) is the workload at an end. */
export const isNamed = (end: End, name: string): boolean => {
  if (end.kind !== 'workload') return false;
  const full = end.text.replace(/\[\w+\]$/, '');
  return full === name || full.slice(full.indexOf('/') + 1) === name;
};

/** Whether an address or CIDR shares an address with an end. */
export const meets = (end: End, block: Block): boolean =>
  end.kind === 'addresses' && end.blocks.some((other) => overlaps(other, block));

/** The manifests of a directory. */
export const manifestsIn = (root: string, directory: string): { uri: string; text: string }[] =>
  globSync('**/*.{yaml,yml,json}', { cwd: path.join(root, directory) })
    .sort()
    .map((file) => ({
      uri: `file:///${directory}/${file}`,
      text: readFileSync(path.join(root, directory, file), 'utf8'),
    }));
