import { compare } from '../base/order.ts';
import { namespaceName } from '../model/namespace.ts';
import { nearMiss } from '../model/nearMiss.ts';
import {
  parseAddress,
  parseBlock,
  pieces,
  wholeFamily,
  type Block,
  type Family,
} from '../policy/cidr.ts';
import { canonicalName, isDomainName } from '../policy/fqdn.ts';
import type { Endpoint, PodEndpoint } from '../policy/endpoint.ts';
import { list } from '../policy/print.ts';

/** What a name of the command line stands for: ends that are spoken of as one. */
export interface Ends {
  /** As outputs call it. */
  readonly name: string;
  readonly ends: readonly Endpoint[];
}

/** Something that can be named: a workload with all its pods, or one pod. */
interface Candidate extends Ends {
  readonly namespace: string;
  readonly kind: string;
  readonly short: string;
  readonly ends: readonly [PodEndpoint, ...PodEndpoint[]];
}

/**
 * What `text` names: `NAMESPACE/NAME`, `NAMESPACE/KIND/NAME`, the name of a workload or pod, an address or a CIDR. An
 * address that one of the pods has is that pod; other addresses are outside, cut at `borders`, where policies change
 * their word, unless `inside` says that they cannot be. Gives a sentence where nothing or more than one thing has the
 * name.
 */
export function endsNamed(
  text: string,
  pods: readonly PodEndpoint[],
  borders: readonly Block[],
  inside: (text: string, block: Block) => string | null,
  fileOf: (uri: string) => string,
): Ends | string {
  const block = parseAddress(text) ?? parseBlock(text);
  if (block !== null)
    return podAt(text, block, pods) ?? inside(text, block) ?? outsideAt(text, block, borders);
  const candidates = candidatesIn(pods);
  const parts = text.split('/');
  const named = candidates.filter((candidate) => answersTo(candidate, parts));
  if (named.length === 1) return named[0]!;
  const described = describedBy(fileOf);
  if (named.length === 0) return unknown(text, parts, candidates, described);
  return `\`${text}\` is ambiguous: it can be ${list(named.map(described), 'or')}.`;
}

function podAt(text: string, block: Block, pods: readonly PodEndpoint[]): Ends | string | null {
  const holders =
    block.first === block.last
      ? pods.filter(
          ({ addresses, hostNetwork }) =>
            !hostNetwork && addresses.some((address) => isAt(address, block)),
        )
      : [];
  const [pod, other] = holders;
  if (other !== undefined)
    return `\`${text}\` is ambiguous: it is the address of ${list(holders.map(podName), 'and')}.`;
  return pod === undefined ? null : { name: `${podName(pod)} (${text})`, ends: [pod] };
}

function outsideAt(text: string, block: Block, borders: readonly Block[]): Ends {
  const ends = pieces(block, borders).map((piece) => ({ kind: 'external' as const, ...piece }));
  return { name: text, ends };
}

/** The addresses outside that DNS may give for a name, cut as those of an address are; or a sentence. */
export function outsideNamed(
  text: string,
  borders: readonly Block[],
  families: readonly Family[],
): Ends | string {
  if (!isDomainName(text))
    return `\`${text}\` is no domain name: write one such as \`api.example.com\`.`;
  const name = canonicalName(text);
  const ends = families
    .flatMap((family) => pieces(wholeFamily(family), borders))
    .map((piece) => ({ kind: 'external' as const, ...piece, name }));
  return { name: text, ends };
}

const isAt = (address: string, { family, first }: Block): boolean => {
  const at = parseAddress(address);
  return at !== null && at.family === family && at.first === first;
};

/** Every workload, and every pod that is shown as a part of one, in the order of their names. */
function candidatesIn(pods: readonly PodEndpoint[]): Candidate[] {
  const found = new Map<string, Candidate>();
  const put = (pod: PodEndpoint, kind: string, short: string): void => {
    const key = JSON.stringify([pod.namespace.key, kind, short]);
    const namespace = namespaceName(pod.namespace.key) ?? '';
    const name = `${namespace}/${kind}/${short}`;
    const before = found.get(key)?.ends ?? [];
    found.set(key, { name, namespace, kind, short, ends: [...before, pod] as Candidate['ends'] });
  };
  for (const pod of pods) {
    put(pod, pod.owner.kind, pod.owner.name);
    if (pod.name !== pod.owner.name) put(pod, 'Pod', pod.name);
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name));
}

const podName = ({ namespace, owner, name }: PodEndpoint): string =>
  `${namespace.name ?? ''}/${name === owner.name ? owner.kind : 'Pod'}/${name}`;

function answersTo({ namespace, kind, short }: Candidate, parts: readonly string[]): boolean {
  if (parts.at(-1) !== short || parts.length > 3) return false;
  if (parts.length > 1 && parts[0] !== namespace) return false;
  return parts.length < 3 || parts[1]!.toLowerCase() === kind.toLowerCase();
}

/** With its file where its namespace has no name by which it could be told from others. */
const describedBy =
  (fileOf: (uri: string) => string) =>
  ({ name, namespace, ends }: Candidate): string =>
    namespace === '' ? `\`${name}\` (${fileOf(ends[0].place.uri)})` : `\`${name}\``;

function unknown(
  text: string,
  parts: readonly string[],
  candidates: readonly Candidate[],
  described: (candidate: Candidate) => string,
): string {
  const spellings = candidates.map(({ namespace, kind, short }) =>
    parts.length === 1
      ? short
      : parts.length === 2
        ? `${namespace}/${short}`
        : `${namespace}/${kind}/${short}`,
  );
  const near = nearMiss(text, spellings);
  const elsewhere = candidates.filter(({ short }) => short === parts.at(-1));
  const hint =
    near !== null
      ? ` Did you mean \`${near}\`?`
      : elsewhere.length > 0
        ? ` There is ${list(elsewhere.map(described), 'and')}.`
        : candidates.length === 0
          ? ' No workload was found at all; `--root` and `--inventory` say where they are.'
          : '';
  return `There is no workload or pod \`${text}\`, and it is no address.${hint}`;
}
