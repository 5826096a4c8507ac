import { intervals } from '../base/intervals.ts';
import { ofPorts, type Conns } from '../policy/conns.ts';
import { overlaps, type Block } from '../policy/cidr.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import { nodesGuarded } from '../policy/exemptions.ts';
import { explain as explainOne, type Explanation, type Step } from '../policy/explain.ts';
import { codeList } from '../policy/print.ts';
import type { HttpRequest } from '../policy/http.ts';
import { blocksInUse } from '../policy/borders.ts';
import { guardsOf } from '../policy/host/guards.ts';
import { hostsAt, policiesOfHosts } from '../policy/host/hosts.ts';
import { unlearnedText } from '../rules/support/unlearnedNames.ts';
import { hostsOf } from '../workspace/hosts.ts';
import { worldOf, type World } from '../workspace/world.ts';
import { apartText } from './apartText.ts';
import { endsNamed, outsideNamed, type Ends } from './ends.ts';
import { exitCodes, misused, type ExitCode } from './exitCode.ts';
import { hostNamed } from './hosts.ts';
import { insideOf } from './inside.ts';
import { gather, isMisuse, type Gathered } from './gather.ts';
import type { Host } from './host.ts';
import type { ExplainOptions } from './options.ts';
import { explainJson } from './output/explainJson.ts';
import { explainText } from './output/explainText.ts';
import { tellLeftOut } from './leftOut.ts';
import { tellEnforcer } from './tellEnforcer.ts';

/** What becomes of one connection, told of all ends that its names stand for. */
export interface Explained {
  readonly from: Ends;
  readonly to: Ends;
  readonly port: string;
  /** Unknown also where the ends that one name stands for fare differently. */
  readonly verdict: 'allow' | 'deny' | 'unknown';
  readonly egress: readonly Step[];
  readonly ingress: readonly Step[];
  /** The pairs of ends with each verdict. */
  readonly cases: readonly Case[];
  /** That more policies may hold than are counted, as namespaces have no name here; null where it is not so. */
  readonly apart: string | null;
}

/** One pair of ends and what becomes of its connection. */
export interface Case {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly verdict: Explained['verdict'];
}

/** `netpol explain`: whether one end can connect to another, and why. */
export function explain(options: ExplainOptions, host: Host): ExitCode {
  const gathered = gather(options, host);
  if (isMisuse(gathered)) return misused(host, gathered.misuse);
  const unreadable = tellLeftOut(gathered, host);
  tellEnforcer(gathered.snapshot, host);
  const explained = explanationOf(options, gathered);
  if (typeof explained === 'string') return misused(host, explained);
  const print = options.format === 'json' ? explainJson : explainText;
  host.print(print(explained, gathered, host));
  if (options.format === 'json' && explained.apart !== null)
    host.complain(`netpol: ${explained.apart}\n`);
  return unreadable ? exitCodes.failed : exitCodes.clean;
}

function explanationOf(options: ExplainOptions, gathered: Gathered): Explained | string {
  const { snapshot, nameOf } = gathered;
  const { assumptions } = snapshot.settings;
  const asked = portNamed(options.port, assumptions.protocols);
  if (typeof asked === 'string') return asked;
  const request = requestNamed(options);
  if (typeof request === 'string') return request;
  const world = worldOf(snapshot);
  const keys = world.namespaces().map(({ key }) => key);
  const pods = keys.flatMap((key) => world.inventory(key).pods);
  const hosts = hostsOf(snapshot);
  const { endpoints: guarded = [] } = hosts ?? {};
  const borders = blocksInUse([
    ...keys.flatMap((key) => world.tiers(key).flatMap(({ ranks }) => ranks.flat())),
    ...(hosts === null ? [] : policiesOfHosts(hosts)),
  ]);
  const places = [...borders, ...guarded.flatMap(({ addresses }) => addresses)];
  const named = (text: string, towards: Conns | null): Ends | string => {
    const inside = (one: string, block: Block) => insideOf(one, block, towards, world);
    return hostNamed(text, guarded) ?? endsNamed(text, pods, places, inside, nameOf);
  };
  const from = named(options.from, null);
  if (typeof from === 'string') return from;
  if ((options.to === undefined) === (options.fqdn === undefined))
    return 'Say to whom: `--to END`, or `--fqdn NAME` for a name outside of the cluster.';
  const to =
    options.to === undefined
      ? outsideNamed(options.fqdn!, borders, assumptions.ipFamilies)
      : named(options.to, asked);
  if (typeof to === 'string') return to;
  const isOutside = (end: Endpoint): boolean =>
    end.kind === 'external' && (hosts === null || hostsAt(end, hosts).length === 0);
  const ends = [...from.ends, ...to.ends];
  if (ends.every(isOutside) && ends.some((end) => mayBeGuarded(end, world)))
    return `Policies for nodes may hold between \`${options.from}\` and \`${to.name}\`, but of a node only what its pods meet is told: name a pod on its network.`;
  if (ends.every(isOutside))
    return `\`${options.from}\` and \`${to.name}\` are both outside the cluster, where no policy holds.`;
  const found = from.ends.flatMap((source) =>
    to.ends
      .map((end) => asAskedBy(source, end, world))
      .map((destination) => ({
        source,
        destination,
        explanation: explainOne(
          source,
          destination,
          asked,
          (key) => world.tiers(key),
          assumptions,
          {
            request,
            guards: hosts === null ? [] : guardsOf(source, destination, hosts, assumptions),
          },
        ),
      })),
  );
  const cases = found.map(({ source, destination, explanation }) => ({
    source,
    destination,
    verdict: verdictOf(explanation),
  }));
  const verdicts = new Set(cases.map(({ verdict }) => verdict));
  return {
    from: from,
    to: to,
    port: options.port,
    verdict: verdicts.size === 1 ? cases[0]!.verdict : 'unknown',
    egress: distinct(found.flatMap(({ explanation }) => explanation.egress)),
    ingress: distinct(found.flatMap(({ explanation }) => explanation.ingress)),
    cases,
    apart: apartText(
      [...from.ends, ...to.ends].flatMap((end) => (end.kind === 'pods' ? end.namespace.key : [])),
      gathered,
    ),
  };
}

/** Whether an end may be a node that policies of Cilium's are for. */
const mayBeGuarded = (end: Endpoint, world: World): boolean =>
  end.kind === 'external' &&
  world.settings.assumptions.hostFirewall !== 'off' &&
  nodesGuarded(world.clusterTiers()).some((block) => overlaps(block, end));

/** An end with a name, where what becomes of the DNS queries of who connects leaves its addresses unknown. */
const asAskedBy = (source: Endpoint, end: Endpoint, world: World): Endpoint =>
  source.kind === 'pods' && end.kind === 'external' && end.name !== undefined
    ? { ...end, unlearned: unlearnedText(source, end.name, world) }
    : end;

/** A single port is never allowed in part. */
const verdictOf = ({ verdict }: Explanation): Explained['verdict'] =>
  verdict === 'partly' ? 'unknown' : verdict;

/** Steps that say the same of several ends, once. */
const distinct = (steps: readonly Step[]): Step[] =>
  steps.filter(
    (step, index) =>
      steps.findIndex(({ text, policy }) => text === step.text && policy === step.policy) === index,
  );

/** The request that `METHOD /PATH` and headers name, if any; or a sentence. */
function requestNamed({ http: text, header }: ExplainOptions): HttpRequest | string | undefined {
  if (text === undefined)
    return header.length === 0 ? undefined : 'A `--header` is one of a request: add `--http`.';
  const [, method, path] = /^(\S+) +(\/\S*)$/.exec(text.trim()) ?? [];
  return method === undefined || path === undefined
    ? `\`${text}\` is no request: write METHOD /PATH, such as "GET /status".`
    : withHeaders({ method, path }, header);
}

/** A request with the headers that are told, if any is; or a sentence. */
function withHeaders(request: HttpRequest, told: readonly string[]): HttpRequest | string {
  if (told.length === 0) return request;
  const parts = told.map((text) => /^([^\s:]+): *(.*)$/.exec(text));
  const wrong = told.find((_, index) => parts[index] === null);
  return wrong === undefined
    ? {
        ...request,
        headers: Object.fromEntries(parts.map((part) => [part![1]!.toLowerCase(), part![2]!])),
      }
    : `\`${wrong}\` is no header: write NAME: VALUE, such as "X-Token: 42".`;
}

/** The connections that `PROTOCOL/NUMBER` names, a bare number being TCP; or a sentence. */
function portNamed(text: string, protocols: readonly string[]): Conns | string {
  const [, named, digits] = /^(?:([A-Za-z][A-Za-z0-9]*)\/)?(\d{1,5})$/.exec(text) ?? [];
  const number = Number(digits);
  if (digits === undefined || number < 1 || number > 65535)
    return `\`${text}\` is no port: write PROTOCOL/NUMBER, such as TCP/80, with a number from 1 to 65535.`;
  const protocol = named?.toUpperCase() ?? 'TCP';
  return protocols.includes(protocol)
    ? ofPorts(protocol, intervals([[number, number]]))
    : `\`${protocol}\` is no protocol with ports here; there are ${codeList(protocols)} (setting \`protocols\`).`;
}
