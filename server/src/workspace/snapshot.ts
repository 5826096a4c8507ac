import { derive } from '../base/derive.ts';
import { joined, reuse } from '../yaml/split.ts';
import type { Chunk } from '../model/chunk.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import { documentsAfter, documentsOf, isPassedOver } from '../model/documents.ts';
import type { Enforcer } from '../policy/assumptions.ts';
import { guessed, settingsUnder, vendorsAfter, type Vendors } from './enforcer.ts';
import type { Member, Reading } from './member.ts';
import { contextOf, NO_LANDMARKS, sameContext, type FileContext, type Landmarks } from './roots.ts';
import { defaultSettings, type Settings } from './settings.ts';
import {
  EMPTY_SLICE,
  replaced,
  shareOf,
  touchedBy,
  type Replacement,
  type Slice,
} from './slices.ts';

export type { Member, Reading } from './member.ts';
export type { FileContext, Landmarks } from './roots.ts';

/** One document of a file, and the offset and the line at which it starts there. */
export interface PlacedChunk {
  readonly start: number;
  readonly line: number;
  readonly chunk: Chunk;
}

/** One version of one file. The texts of its chunks, put together, are the file's text. */
export interface File {
  readonly uri: string;
  readonly chunks: readonly PlacedChunk[];
  readonly context: FileContext;
  /** Whether an editor holds it open: its findings are then shown in full. */
  readonly open: boolean;
}

/** The whole text of a file. It is put together when it is asked for, so that typing in a large file copies none of it. */
export const textOf = derive(({ chunks }: File): string => joined(chunks));

/**
 * What the inventory holds of one namespace, each list in the order of file URI and place. A list keeps its identity
 * while its members do, and so does the whole.
 */
export interface NamespaceObjects {
  readonly key: NamespaceKey;
  /** The Namespace manifests of that name. */
  readonly declarations: readonly Member[];
  readonly workloads: readonly Member[];
  readonly services: readonly Member[];
  readonly accounts: readonly Member[];
}

/** Everything that is known at one moment. Nothing in it ever changes. */
export interface Snapshot {
  readonly revision: number;
  /** Why it was made, for the log. */
  readonly reason: string;
  /** The settings as they hold here, with what enforces, whether the user named it or it is guessed. */
  readonly settings: Settings;
  /** The settings as the user made them. */
  readonly configured: Settings;
  readonly reading: Reading;
  readonly landmarks: Landmarks;
  readonly files: ReadonlyMap<string, File>;
  /** Every namespace that is declared or used, with the Namespace manifests that declare it. */
  readonly namespaces: ReadonlyMap<NamespaceKey, readonly Member[]>;
  /** All that is no policy, by namespace, where there is any. Typing in a policy keeps it. */
  readonly inventory: ReadonlyMap<NamespaceKey, NamespaceObjects>;
  /** Policies by namespace, each list in the order of file URI and place; kept as the inventory is. */
  readonly policies: ReadonlyMap<NamespaceKey, readonly Member[]>;
  /** Policies without a namespace of their own. */
  readonly clusterPolicies: readonly Member[];
  /** What policies stand in and speak of, such as tiers and network sets, by namespace; null for what lives in none. */
  readonly companions: ReadonlyMap<NamespaceKey | null, readonly Member[]>;
  /** The Node manifests; a cluster has some, so none means that they are not known. */
  readonly nodes: readonly Member[];
  /** What enforces, as far as the files tell that were read when all were read last. */
  readonly guess: Enforcer;
  /** Whose policies the files hold. */
  readonly vendors: Vendors;
  /** Whether every file of the root was read. */
  readonly read: boolean;
  /** The URIs of files with documents that were passed over, for their size or for what they are made of. */
  readonly passedOver: ReadonlySet<string>;
  /** Whether everything is known that is in the root, so that what is nowhere can be spoken of. */
  readonly complete: boolean;
}

/** Puts `text` in place of the text from `start` to `end`, offsets of the whole file. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A file and its whole text. */
export interface Upserted {
  readonly uri: string;
  readonly text: string;
  /** Documents that were read ahead, in steps; those of the text serve again. */
  readonly ahead?: readonly PlacedChunk[];
}

/** What happened, in this order: files go, come, are edited, opened and closed; then what stands around them changes. */
export interface Change {
  readonly reason: string;
  readonly removed?: readonly string[];
  /** Files with their whole new text, whether they were there or not. */
  readonly upserted?: readonly Upserted[];
  /** Edits of files that are there; each speaks of the text that the one before it left. */
  readonly edited?: readonly { readonly uri: string; readonly changes: readonly TextChange[] }[];
  readonly opened?: readonly string[];
  readonly closed?: readonly string[];
  readonly landmarks?: Landmarks;
  readonly settings?: Settings;
  /** Whether every file of the root has been read by now. */
  readonly read?: boolean;
  /** What enforces, as another state of the same cluster tells; the files are then not asked. */
  readonly guess?: Enforcer;
}

const readingOf = ({ maxDocumentBytes, assumptions }: Settings): Reading => ({
  maxDocumentBytes,
  defaultNamespace: assumptions.defaultNamespace,
});

/** Nothing read yet, usual settings. */
export const EMPTY: Snapshot = {
  revision: 0,
  reason: 'start',
  settings: defaultSettings,
  configured: defaultSettings,
  reading: readingOf(defaultSettings),
  landmarks: NO_LANDMARKS,
  files: new Map(),
  namespaces: new Map(),
  inventory: new Map(),
  policies: new Map(),
  clusterPolicies: [],
  companions: new Map(),
  nodes: [],
  guess: 'generic',
  vendors: new Map(),
  read: false,
  passedOver: new Set(),
  complete: false,
};

/**
 * The snapshot after a change. Whatever the change does not touch keeps its identity: chunks whose text is the same,
 * their resources and members, the lists of namespaces whose members are the same, and the whole inventory where only
 * policies change.
 */
export function apply(previous: Snapshot, change: Change): Snapshot {
  const configured = change.settings ?? previous.configured;
  const reading = sameReading(previous.reading, readingOf(configured));
  const landmarks = change.landmarks ?? previous.landmarks;
  const files = new Map(previous.files);
  const changed = new Set<string>();
  const put = (file: File): void => {
    changed.add(file.uri);
    files.set(file.uri, file);
  };

  for (const uri of change.removed ?? []) if (files.delete(uri)) changed.add(uri);
  for (const { uri, text, ahead } of change.upserted ?? []) {
    const old = files.get(uri);
    if (old !== undefined && textOf(old) === text) continue;
    put({
      uri,
      chunks: reuse(ahead ?? old?.chunks ?? [], documentsOf(text, reading.maxDocumentBytes)),
      context: old?.context ?? contextOf(landmarks, uri),
      open: old?.open ?? false,
    });
  }
  for (const { uri, changes } of change.edited ?? []) {
    const old = files.get(uri);
    if (old !== undefined) put(changes.reduce((file, edit) => edited(file, edit, reading), old));
  }
  for (const [uris, open] of [
    [change.opened, true],
    [change.closed, false],
  ] as const)
    for (const uri of uris ?? []) {
      const file = files.get(uri);
      if (file !== undefined && file.open !== open) put({ ...file, open });
    }
  if (landmarks !== previous.landmarks)
    for (const file of files.values()) {
      const context = contextOf(landmarks, file.uri);
      if (!sameContext(context, file.context)) put({ ...file, context });
    }
  if (reading !== previous.reading)
    for (const file of files.values())
      put({
        ...file,
        chunks: reuse(file.chunks, documentsOf(textOf(file), reading.maxDocumentBytes)),
      });

  const shares = [...changed].map((uri): Replacement => {
    const [before, after] = [previous.files.get(uri), files.get(uri)];
    return {
      uri,
      before: before === undefined ? null : shareOf(before, previous.reading),
      after: after === undefined ? null : shareOf(after, reading),
    };
  });
  const read = change.read ?? previous.read;
  const passedOver = passedOverAfter(previous.passedOver, changed, files, reading);
  const vendors = vendorsAfter(previous.vendors, changed, files, reading);
  // What is not read yet may hold policies of the other plugin, so until then the last guess stands.
  const guess = change.guess ?? (read ? guessed(vendors) : previous.guess);
  return {
    revision: previous.revision + 1,
    reason: change.reason,
    settings: settingsUnder(configured, guess),
    configured,
    reading,
    landmarks,
    files: changed.size === 0 ? previous.files : files,
    ...slicesAfter(previous, shares),
    guess,
    vendors,
    read,
    passedOver,
    complete: read && passedOver.size === 0,
  };
}

function passedOverAfter(
  before: Snapshot['passedOver'],
  changed: ReadonlySet<string>,
  files: Snapshot['files'],
  { maxDocumentBytes }: Reading,
): Snapshot['passedOver'] {
  const after = new Set(before);
  for (const uri of changed) {
    const chunks = files.get(uri)?.chunks ?? [];
    if (chunks.some(({ chunk }) => isPassedOver(chunk, maxDocumentBytes))) after.add(uri);
    else after.delete(uri);
  }
  return after;
}

const sameReading = (old: Reading, now: Reading): Reading =>
  old.maxDocumentBytes === now.maxDocumentBytes && old.defaultNamespace === now.defaultNamespace
    ? old
    : now;

const edited = (file: File, edit: TextChange, { maxDocumentBytes }: Reading): File => ({
  ...file,
  chunks: documentsAfter(file.chunks, edit, maxDocumentBytes),
});

type Slices = Pick<
  Snapshot,
  'namespaces' | 'inventory' | 'policies' | 'clusterPolicies' | 'companions' | 'nodes'
>;

function slicesAfter(previous: Snapshot, shares: readonly Replacement[]): Slices {
  const namespaces = mapAfter(previous.namespaces);
  const inventory = mapAfter(previous.inventory);
  const policies = mapAfter(previous.policies);
  const companions = mapAfter(previous.companions);
  let { clusterPolicies, nodes } = previous;
  for (const [key, files] of touchedBy(shares)) {
    if (key === null) {
      const beside = previous.companions.get(null) ?? EMPTY_SLICE.companions;
      const before = { ...EMPTY_SLICE, policies: clusterPolicies, companions: beside, nodes };
      const after = replaced(before, key, files);
      ({ policies: clusterPolicies, nodes } = after);
      if (after.companions !== beside) companions.set(null, after.companions);
      continue;
    }
    const before: Slice = {
      ...EMPTY_SLICE,
      ...previous.inventory.get(key),
      policies: previous.policies.get(key) ?? EMPTY_SLICE.policies,
      companions: previous.companions.get(key) ?? EMPTY_SLICE.companions,
    };
    const after = replaced(before, key, files);
    const { declarations, workloads, services, accounts } = after;
    const objects = declarations.length + workloads.length + services.length > 0;
    const changed =
      declarations !== before.declarations ||
      workloads !== before.workloads ||
      services !== before.services ||
      accounts !== before.accounts;
    const any = objects || accounts.length > 0;
    if (changed)
      inventory.set(key, any ? { key, declarations, workloads, services, accounts } : null);
    if (after.policies !== before.policies)
      policies.set(key, after.policies.length > 0 ? after.policies : null);
    if (after.companions !== before.companions)
      companions.set(key, after.companions.length > 0 ? after.companions : null);
    const used = objects || after.policies.length > 0;
    if (declarations !== before.declarations || used !== previous.namespaces.has(key))
      namespaces.set(key, used ? declarations : null);
  }
  return {
    namespaces: namespaces.result(),
    inventory: inventory.result(),
    policies: policies.result(),
    clusterPolicies,
    companions: companions.result(),
    nodes,
  };
}

/** A map to be changed in a copy, which is made at the first change; null removes an entry. */
function mapAfter<Key, Value>(
  original: ReadonlyMap<Key, Value>,
): {
  readonly set: (key: Key, value: Value | null) => void;
  readonly result: () => ReadonlyMap<Key, Value>;
} {
  let copy: Map<Key, Value> | null = null;
  return {
    set(key, value) {
      copy ??= new Map(original);
      if (value === null) copy.delete(key);
      else copy.set(key, value);
    },
    result: () => copy ?? original,
  };
}
