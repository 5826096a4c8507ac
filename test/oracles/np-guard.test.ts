import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isClean, refusals } from '../../server/src/admission/refusals.ts';
import type { Resource } from '../../server/src/model/resource.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import { parseBlock, parseAddress } from '../../server/src/policy/cidr.ts';
import { connect } from '../../server/src/policy/connect.ts';
import { intersect, isEmpty, NONE, ofPorts, union } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import { formatConns } from '../../server/src/policy/format.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { split } from '../../server/src/yaml/split.ts';
import { diffOf, reachOf } from '../policy/load.ts';
import type { Cluster } from '../../server/src/policy/connect.ts';
import { material } from '../support/material.ts';
import {
  changedEdgesOf,
  clusterIn,
  edgesOf,
  focused,
  focusPorts,
  isFromIngress,
  lines,
  manifestsIn,
  npGuardAssumptions,
  parseDiff,
  parseJson,
  parsePorts,
  parseText,
  portsText,
  usesOtherKinds,
  type Edge,
  type Focus,
} from './npGuard.ts';
import { suite, type OracleCase } from './support/suite.ts';

interface Listing {
  readonly name: string;
  readonly manifestsDir: string;
  /** Of differences. */
  readonly manifestsDir2: string;
  readonly expectedFile: string;
  readonly command: string;
  readonly format: 'txt' | 'json' | 'csv';
  readonly options: Focus;
  readonly usesUDN: boolean;
  readonly usesNAD: boolean;
  readonly usesVM: boolean;
}

/** A pod by name, or an address or CIDR. */
type QueryEnd = string | { readonly ns: string; readonly name: string };

interface Query {
  readonly source: string;
  readonly manifestsDir: string;
  readonly src: QueryEnd;
  readonly dst: QueryEnd;
  readonly protocol?: string;
  readonly port?: number;
  readonly allowed?: boolean;
  readonly allConnections?: string;
}

interface ErrorCase extends Pick<Listing, 'name' | 'manifestsDir'> {
  readonly level: string;
  readonly errorContains: string | readonly string[];
}

type Uses = Pick<Listing, 'usesUDN' | 'usesNAD' | 'usesVM'>;

/** Whether policies of the Kubernetes projects alone decide a listing. */
const isPlain = ({ usesUDN, usesNAD, usesVM }: Uses): boolean => !(usesUDN || usesNAD || usesVM);

/** What a file expects, as far as netpol can know of it; whatever comes in through an Ingress is left out. */
function expectedIn(root: string, { expectedFile, format, options, command }: Listing): Edge[] {
  const text = readFileSync(path.join(root, expectedFile), 'utf8');
  const read = format === 'json' ? parseJson : parseText;
  const all = command === 'diff' ? parseDiff(text, format) : read(text, focusPorts(options));
  if (all.length === 0) throw new Error(`nothing is listed in ${expectedFile}`);
  return all.filter((each) => !isFromIngress(each));
}

/** What two lists of edges do not share. */
function compared(expected: readonly Edge[], found: readonly Edge[]): object {
  const [wanted, said] = [lines(expected, found), lines(found, expected)];
  return {
    missing: [...wanted].filter((line) => !said.has(line)),
    surplus: [...said].filter((line) => !wanted.has(line)),
  };
}

const NOTHING = { missing: [], surplus: [], doubts: [] };

function listing(root: string): (entry: Listing, index: number) => OracleCase[] {
  return (entry, index) => {
    const { name, manifestsDir, format, options } = entry;
    const expected = expectedIn(root, entry);
    const actual = (): object => {
      const { connections, doubts } = reachOf(clusterIn(root, manifestsDir), npGuardAssumptions);
      return { ...compared(expected, focused(edgesOf(connections), options)), doubts };
    };
    const title = `list ${index}: ${name} of ${manifestsDir} as ${format}`;
    return expected.length === 0 ? [] : [{ name: title, expected: NOTHING, actual }];
  };
}

function differing(root: string): (entry: Listing, index: number) => OracleCase[] {
  return (entry, index) => {
    const expected = expectedIn(root, entry);
    const actual = (): object => {
      const { changes, doubts } = diffOf(
        clusterIn(root, entry.manifestsDir),
        clusterIn(root, entry.manifestsDir2),
        npGuardAssumptions,
      );
      return { ...compared(expected, changedEdgesOf(changes)), doubts };
    };
    const title = `diff ${index}: ${entry.name} as ${entry.format}`;
    return expected.length === 0 ? [] : [{ name: title, expected: NOTHING, actual }];
  };
}

function query(root: string): (asked: Query) => OracleCase {
  return ({ source, manifestsDir, src, dst, protocol, port, allowed, allConnections }) => ({
    name: `eval ${source} of ${manifestsDir}: ${textOf(src)} to ${textOf(dst)}${port === undefined ? '' : ` on ${protocol} ${port}`}`,
    expected: {
      ...(allowed !== undefined && { allowed }),
      ...(allConnections !== undefined && {
        allConnections: portsText(parsePorts(allConnections)),
      }),
    },
    actual: () => {
      const { endpoints, tiersFor } = clusterIn(root, manifestsDir);
      const [from, to] = [endIn(endpoints, src), endIn(endpoints, dst)];
      const connection = connect(from, to, tiersFor, npGuardAssumptions);
      const doubtful = connection.doubts.reduce((all, { conns }) => union(all, conns), NONE);
      if (!isEmpty(doubtful)) return { doubts: connection.doubts.flatMap(({ why }) => why) };
      const asked = port === undefined ? NONE : ofPorts(protocol!, [[port, port]]);
      return {
        ...(allowed !== undefined && { allowed: !isEmpty(intersect(asked, connection.allowed)) }),
        ...(allConnections !== undefined && {
          allConnections: portsText(
            parsePorts(formatConns(connection.allowed, npGuardAssumptions.protocols)),
          ),
        }),
      };
    },
  });
}

const textOf = (end: QueryEnd): string => (typeof end === 'string' ? end : `${end.ns}/${end.name}`);

function endIn(endpoints: Cluster['endpoints'], end: QueryEnd): Endpoint {
  const text = textOf(end);
  const block = parseBlock(text) ?? parseAddress(text);
  if (block !== null) return { kind: 'external', ...block };
  const found = endpoints.find(({ namespace, name }) => `${namespace.name}/${name}` === text);
  if (found === undefined) throw new Error(`no pod ${text}`);
  return found;
}

/**
 * What makes the analyser give up on a policy that the API server refuses, too, and the codes that netpol has for it. Its
 * other errors are about policies that the API server stores: equal priorities and equal names are fatal only there.
 */
const CAUSES: readonly (readonly [cause: RegExp, codes: readonly string[]])[] = [
  [/selector error/, ['invalid-label', 'invalid-operator']],
  [/cannot have both IPBlock/, ['ip-block-with-selector']],
  [/cannot have empty rule peer/, ['empty-peer']],
  [/CIDR/, ['invalid-cidr', 'except-outside-block']],
  [/port range|end ?port/i, ['invalid-end-port', 'invalid-port']],
  [/protocol/i, ['invalid-protocol']],
  [/set in a subject/, ['not-exactly-one', 'missing-field subject']],
  [/exactly one field/, ['not-exactly-one']],
  [/unrecognized action/, ['invalid-action', 'missing-field action']],
  [/to field must be defined/, ['missing-field to']],
  [/from field must be defined/, ['missing-field from']],
  [/Invalid Priority/, ['invalid-priority']],
];

/** What is wrong with a policy, with the field that is missing. */
const codesOf = (resource: Resource): string[] => [
  ...refusals(resource).map(({ code }) => code),
  ...resource.problems.map(({ code, field }) =>
    code === 'missing-field' ? `${code} ${field.split('.').at(-1)!}` : code,
  ),
];

function refusal(root: string): (each: ErrorCase & Partial<Listing>) => OracleCase[] {
  return ({ name, manifestsDir, level, errorContains, ...uses }) => {
    const cause = CAUSES.find(([pattern]) => pattern.test([errorContains].flat().join(' ')));
    if (level !== 'fatal' || cause === undefined || !isPlain(uses as Listing)) return [];
    return [
      {
        name: `error: ${name} of ${manifestsDir}`,
        expected: { refused: true, codes: true },
        actual: () => {
          const policies = manifestsIn(root, manifestsDir)
            .flatMap(({ text }) => split(text))
            .flatMap(({ chunk }) => resourcesOf(chunk))
            .filter(({ kind, opaque }) => kind.role === 'policy' && opaque === null);
          const refused = policies.filter((resource) => !isClean(resource, defaultSettings));
          const codes = new Set(refused.flatMap(codesOf));
          return {
            refused: refused.length > 0,
            codes: cause[1].some((code) => codes.has(code)),
          };
        },
      },
    ];
  };
}

const folder = material('oracles', 'np-guard');

if (folder !== null) {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown;
  const entries = (read('index.json') as Listing[]).filter(isPlain);
  suite('np-guard', [
    ...entries.filter(({ command }) => command === 'list').flatMap(listing(folder)),
    ...entries.filter(({ command }) => command === 'diff').flatMap(differing(folder)),
    ...(read('eval-queries.json') as Query[])
      .filter(({ manifestsDir }) => !usesOtherKinds(folder, manifestsDir))
      .map(query(folder)),
    ...(read('error-cases.json') as ErrorCase[]).flatMap(refusal(folder)),
  ]);
}
