import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { parseDocument } from 'yaml';
import { intersect, intervals, type Intervals } from '../../server/src/base/intervals.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import { usualAssumptions, type Assumptions } from '../../server/src/policy/assumptions.ts';
import {
  contains,
  parseAddress,
  parseBlock,
  pieces,
  wholeFamily,
  type Block,
} from '../../server/src/policy/cidr.ts';
import type { Change } from '../../server/src/policy/changes.ts';
import type { Cluster } from '../../server/src/policy/connect.ts';
import type { PodEndpoint } from '../../server/src/policy/endpoint.ts';
import type { ReachRow } from '../../server/src/policy/reach.ts';
import { split } from '../../server/src/yaml/split.ts';
import { load } from '../policy/load.ts';

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
  /** What else is told of it. */
  readonly note?: string;
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

/**
 * The edges of a text output, `SRC => DST : CONN`, one a line; other lines are headings and warnings. A listing of one
 * connection leaves CONN out: it is `only`.
 */
export const parseText = (text: string, only: Ports): Edge[] =>
  text.split('\n').flatMap((line) => {
    const [, src, dst, conn] = /^(\S.*?) => (\S+?)(?: : (.+))?$/.exec(line.trim()) ?? [];
    return src === undefined || dst === undefined ? [] : [edge({ src, dst, conn }, only)];
  });

/** The edges of a JSON output, a list of `{src, dst, conn}`. */
export const parseJson = (text: string, only: Ports): Edge[] =>
  (JSON.parse(text) as Told[]).map((told) => edge(told, only));

interface Told {
  readonly src: string;
  readonly dst: string;
  readonly conn?: string | undefined;
}

const edge = ({ src, dst, conn }: Told, only: Ports): Edge => ({
  src: parseEnd(src),
  dst: parseEnd(dst),
  conn: conn === undefined ? only : parsePorts(conn),
});

/** Our rows as edges. */
export const edgesOf = (rows: readonly ReachRow[]): Edge[] =>
  rows.map(({ src, dst, conn }) => ({ src: endOf(src), dst: endOf(dst), conn: parsePorts(conn) }));

const endOf = (party: ReachRow['src']): End =>
  party.kind === 'external'
    ? { kind: 'addresses', blocks: party.cidrs.map((cidr) => parseBlock(cidr)!) }
    : {
        kind: 'workload',
        text:
          party.kind === 'host'
            ? party.name
            : `${party.namespace ?? ''}/${party.name}[${party.workloadKind}]`,
      };

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
    edges.flatMap(({ src, dst, conn, note = '' }) =>
      names(src).flatMap((from) =>
        names(dst).map((to) => `${from} => ${to} : ${portsText(conn)}${note}`),
      ),
    ),
  );
}

/**
 * The rows of a difference as edges of what is allowed now, with what was and with the workloads that are new or gone:
 * `diff-type: added, source: S, destination: D, ref1: C1, ref2: C2, workloads-diff-info: …`, or these values in CSV.
 */
export const parseDiff = (text: string, format: string): Edge[] =>
  text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const cells =
        format === 'csv'
          ? [...line.matchAll(/(?:"([^"]*)"|([^,]*))(?:,|$)/g)].map(([, a, b]) => a ?? b!)
          : line.split(/(?:^|, )[\w-]+: /).slice(1);
      const [kind, src, dst, before, after, workloads = ''] = cells;
      return kind === undefined || kind === ''
        ? []
        : [changed(kind, src!, dst!, before!, after!, workloads)];
    });

const changed = (
  kind: string,
  src: string,
  dst: string,
  before: string,
  after: string,
  workloads: string,
): Edge => {
  const [, names = '', what = ''] = /^workloads? (.*) (added|removed)$/.exec(workloads) ?? [];
  const told = names.split(' and ').sort().join(' ');
  const note = `, ${kind} from ${portsText(parsePorts(before))}; ${what} ${told}`;
  return { ...edge({ src, dst, conn: after }, everything), note };
};

/** Our changes likewise. */
export const changedEdgesOf = (changes: readonly Change[]): Edge[] =>
  changes.map(({ src, dst, before, after, kind, workloads }) => {
    const { added, removed } = workloads;
    const what = added.length > 0 ? 'added' : removed.length > 0 ? 'removed' : '';
    const told = [...added, ...removed].map((party) => textOf(endOf(party))).sort();
    const was = portsText(parsePorts(before ?? 'None'));
    return {
      src: endOf(src),
      dst: endOf(dst),
      conn: parsePorts(after ?? 'None'),
      note: `, ${kind} from ${was}; ${what} ${told.join(' ')}`,
    };
  });

const textOf = (end: End): string => (end.kind === 'workload' ? end.text : '');

/** Whether an edge is from the controller of Ingresses, of which netpol knows nothing. */
export const isFromIngress = ({ src }: Edge): boolean => textOf(src) === '{ingress-controller}';

const blocksOf = (end: End): readonly Block[] => (end.kind === 'addresses' ? end.blocks : []);

/** What a listing is about: workloads as `name` or `namespace/name`, their peers, one connection; else everything. */
export interface Focus {
  readonly focusWorkloads?: readonly string[];
  readonly focusWorkloadPeers?: readonly string[];
  readonly focusDirection?: 'ingress' | 'egress';
  /** As `tcp-80`. */
  readonly focusConn?: string;
}

/** The ports that a listing is about. */
export const focusPorts = ({ focusConn }: Focus): Ports =>
  focusConn === undefined ? everything : parsePorts(focusConn.toUpperCase().replace('-', ' '));

/** The edges that a listing is about, cut to its ports. */
export function focused(edges: readonly Edge[], focus: Focus): Edge[] {
  const only = focusPorts(focus);
  return edges
    .filter((each) => inFocus(each, focus))
    .map((each) => ({ ...each, conn: common(each.conn, only) }))
    .filter(({ conn }) => portsText(conn) !== 'None');
}

function inFocus({ src, dst }: Edge, focus: Focus): boolean {
  const { focusWorkloads = [], focusWorkloadPeers = [], focusDirection } = focus;
  return (
    (focusDirection !== 'ingress' && isIn(src, focusWorkloads) && isIn(dst, focusWorkloadPeers)) ||
    (focusDirection !== 'egress' && isIn(dst, focusWorkloads) && isIn(src, focusWorkloadPeers))
  );
}

const isIn = (end: End, names: readonly string[]): boolean =>
  names.length === 0 || names.some((name) => isNamed(end, name));

const common = (a: Ports, b: Ports): Ports =>
  new Map([...a].map(([protocol, ports]) => [protocol, intersect(ports, b.get(protocol) ?? [])]));

const isNamed = (end: End, name: string): boolean => {
  if (end.kind !== 'workload') return false;
  const full = end.text.replace(/\[\w+\]$/, '');
  return full === name || full.slice(full.indexOf('/') + 1) === name;
};

/**
 * The manifests of a directory as kubectl's resource builder reads them: to it templates are YAML, and a
 * file ends at its first syntax error.
 */
export const manifestsIn = (root: string, directory: string): { uri: string; text: string }[] =>
  globSync('**/*.{yaml,yml,json}', { cwd: path.join(root, directory) })
    .sort()
    .map((file) => ({
      uri: `file:///${directory}/${file}`,
      text: sound(readFileSync(path.join(root, directory, file), 'utf8')),
    }));

function sound(text: string): string {
  // Go's reader takes a tab between brackets for a blank.
  const documents = split(text.replaceAll('\t', '  ')).map(({ chunk }) => chunk.text);
  const broken = documents.findIndex(
    (document) => parseDocument(document, { uniqueKeys: false }).errors.length > 0,
  );
  return documents.slice(0, broken < 0 ? undefined : broken).join('');
}

/** What a directory describes, in the analyser's eyes; read once, as many cases are about one directory. */
export function clusterIn(root: string, directory: string): Cluster {
  const cluster = clusters.get(directory) ?? described(root, directory);
  clusters.set(directory, cluster);
  return cluster;
}

const clusters = new Map<string, Cluster>();

const described = (root: string, directory: string): Cluster => {
  const files = manifestsIn(root, directory).map(({ uri, text }) => ({ uri, text: asMeant(text) }));
  const { endpoints, tiersFor } = load(files, npGuardAssumptions);
  return { endpoints: endpoints.map(asSeen), tiersFor };
};

/** What the analyser reads in a file where the API server would read something else, or nothing. */
const asMeant = (text: string): string =>
  split(text)
    .map(({ chunk }) => (isAdminPolicy.test(chunk.text) ? completed(chunk.text) : chunk.text))
    .join('')
    // Objects that its tests build in code were written out plainly, and to YAML 1.1 a plain `y` is no name.
    .replaceAll(/(?<=: )y$/gm, '"y"');

const isAdminPolicy = /^\s*kind: (?:Baseline)?AdminNetworkPolicy$/m;

/** A selector that is missing is an empty one to the analyser, refused by the API; and it passes over nodes. */
const completed = (document: string): string =>
  `---\n${JSON.stringify(parseDocument(document).toJS(), (key, value: unknown) =>
    key === 'pods'
      ? { namespaceSelector: {}, podSelector: {}, ...(value as object) }
      : key === 'to'
        ? (value as object[]).filter((peer) => !('nodes' in peer))
        : value,
  )}\n`;

/**
 * A pod as the analyser sees it: on no node, and part of an owner without a kind, which the API refuses and netpol
 * passes over, as of a Pod.
 */
function asSeen(pod: PodEndpoint): PodEndpoint {
  const manifest = resourcesOf(pod.place.chunk).find(
    ({ kind, body }) => kind.name === 'Pod' && body.metadata.name === pod.name,
  );
  const { name, kind } =
    manifest?.body.metadata.ownerReferences?.find(({ controller }) => controller) ?? {};
  const owner = name === undefined || kind !== undefined ? pod.owner : { name, kind: 'Pod' };
  return { ...pod, hostAddress: null, owner };
}

/** Whether a directory holds kinds besides policies that its verdicts depend on. */
export const usesOtherKinds = (root: string, directory: string): boolean =>
  manifestsIn(root, directory).some(({ text }) => OTHER_KINDS.test(text));

const OTHER_KINDS =
  /^\s*"?kind"?:\s*["']?(?:\w*UserDefinedNetwork|NetworkAttachmentDefinition|VirtualMachine\w*)\b/m;
