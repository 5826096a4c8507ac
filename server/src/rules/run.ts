import { derive, derive2, keep } from '../base/derive.ts';
import { compare } from '../base/order.ts';
import type { Chunk } from '../model/chunk.ts';
import type { Finding } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { isDump } from '../model/read.ts';
import { membersOf } from '../workspace/member.ts';
import type { Settings } from '../workspace/settings.ts';
import type { FileContext, Member, Reading, Snapshot } from '../workspace/snapshot.ts';
import { suppressionOf, suppressionsOf, type Suppression } from '../workspace/suppress.ts';
import { surroundingsOf } from '../workspace/surroundings.ts';
import { worldOf, type Inventory, type World } from '../workspace/world.ts';
import {
  admissionCodesFor,
  admissionFindings,
  documentFindings,
  type Raw,
} from './admissionFindings.ts';
import { rules as allRules } from './all.ts';
import type { FileFinding, FileFindings, SilencedFinding } from './fileFinding.ts';
import { findingsOfRule, type Log } from './memberFindings.ts';
import { codes } from './metas.ts';
import type { Rule } from './rule.ts';
import { isOff, severityOf } from './severity.ts';
import { holds, type Read } from './trace.ts';
import { unusedFinding, unusedIgnore } from './unusedIgnore.ts';

/** How findings are made: who is told of a rule that throws, and the rules that run. */
export interface Run {
  readonly log: Log;
  readonly rules: readonly Rule[];
}

const silent: Run = { log: () => undefined, rules: allRules };

const NOTHING: FileFindings = { findings: [], silenced: [] };

/** The findings of one file in the order of their places. The list is the same while its findings are. */
export const findingsOf = (
  snapshot: Snapshot,
  uri: string,
  run: Run = silent,
): readonly FileFinding[] => fileFindingsOf(snapshot, uri, run).findings;

/** As `findingsOf`, together with what comments silence. */
export function fileFindingsOf(snapshot: Snapshot, uri: string, run: Run = silent): FileFindings {
  const file = snapshot.files.get(uri);
  if (file === undefined) return NOTHING;
  const { context, chunks } = file;
  const { reading } = snapshot;
  const world = worldOf(snapshot);
  const last = lastOf(context);
  const outdated = outdatedIn(last, snapshot, run);
  const old = last.parts;
  // Should anything throw below, nothing is lent next time.
  last.parts = [];
  const behind = old.length - chunks.length;
  let same = behind === 0;
  const parts = chunks.map(({ chunk }, at): Part => {
    // Documents before an edit stand where they stood, and those behind it as far from the end.
    const before = old[at]?.chunk === chunk ? old[at] : old[at + behind];
    const known = before?.chunk === chunk ? before : null;
    if (known !== null && outdated !== null && !isOutdated(known, outdated)) return known;
    const remembered = chunkFindings({ chunk, context, reading, world }, run);
    for (const [key, read] of remembered.reads) last.reads.set(key, read);
    if (known?.remembered === remembered) return known;
    same = false;
    return { chunk, remembered };
  });
  last.parts = parts;
  if (same) return last.found;
  const findings = parts.flatMap(({ remembered }) => remembered.findings);
  const silenced = parts.flatMap(({ remembered }) => remembered.silenced);
  last.found = {
    findings: keep(last.found.findings, findings),
    silenced: keep(last.found.silenced, silenced),
  };
  return last.found;
}

/** Whether a file was judged before under the present settings and rules, so that to judge it again takes little. */
export function isJudged(
  { files, settings, reading, complete }: Snapshot,
  uri: string,
  { rules }: Run,
): boolean {
  const file = files.get(uri);
  return (
    file === undefined ||
    isUnder(lastOf(file.context).under, { settings, reading, complete, rules })
  );
}

/** As `fileFindingsOf`, but one document at a time, for whoever must let others have their turn; it then has all at hand. */
export function* findingInSteps(
  snapshot: Snapshot,
  uri: string,
  run: Run = silent,
): Generator<void, FileFindings> {
  const file = snapshot.files.get(uri);
  if (file === undefined) return NOTHING;
  const { context, chunks } = file;
  const { reading } = snapshot;
  const world = worldOf(snapshot);
  for (const { chunk } of chunks) {
    chunkFindings({ chunk, context, reading, world }, run);
    yield;
  }
  return fileFindingsOf(snapshot, uri, run);
}

/** What was found in one document. */
interface Part {
  readonly chunk: Chunk;
  readonly remembered: Remembered;
}

/** What every finding depends on. */
type Basis = Pick<Remembered, 'settings' | 'reading' | 'complete' | 'rules'>;

/** Whether something was found on a basis. */
const isUnder = <Found extends Basis>(found: Found | null, basis: Basis): found is Found =>
  found?.settings === basis.settings &&
  found.reading === basis.reading &&
  found.complete === basis.complete &&
  found.rules === basis.rules;

/** What every finding depends on, and what those of most rules do. */
interface Under extends Basis {
  readonly surroundings: Inventory;
}

/** How a file was last judged. It lends its parts to later answers that would find the same, and decides nothing. */
interface Last {
  under: Under | null;
  parts: readonly Part[];
  /** Every answer of the world that the parts depend on, so that each is asked for once a file. */
  readonly reads: Map<string, Read>;
  found: FileFindings;
}

const lastOf = derive((_context: FileContext): Last => ({
  under: null,
  parts: [],
  reads: new Map(),
  found: NOTHING,
}));

/** The answers that are others now, which are forgotten; null where more than answers changed. */
function outdatedIn(last: Last, snapshot: Snapshot, { rules }: Run): ReadonlySet<string> | null {
  const { settings, reading, complete } = snapshot;
  const world = worldOf(snapshot);
  const surroundings = surroundingsOf(snapshot);
  const { under } = last;
  const now = { settings, reading, complete, rules, surroundings };
  last.under = now;
  if (!isUnder(under, now)) {
    last.reads.clear();
    return null;
  }
  const outdated = new Set<string>();
  // Of the answers most are about pods, which typing in a policy leaves as they are.
  const onlyPolicies = under.surroundings === surroundings;
  for (const [key, read] of last.reads)
    if (!(onlyPolicies && read.besidePolicies) && !holds(world, [read])) {
      outdated.add(key);
      last.reads.delete(key);
    }
  return outdated;
}

function isOutdated({ remembered }: Part, outdated: ReadonlySet<string>): boolean {
  // An edit outdates few answers, and a file has many documents.
  for (const key of outdated) if (remembered.reads.has(key)) return true;
  return false;
}

/** One document in its surroundings. */
interface Place {
  readonly chunk: Chunk;
  readonly context: FileContext;
  readonly reading: Reading;
  readonly world: World;
}

interface Remembered extends FileFindings {
  readonly settings: Settings;
  readonly reading: Reading;
  readonly complete: boolean;
  readonly rules: readonly Rule[];
  readonly reads: ReadonlyMap<string, Read>;
}

const memoryOf = derive2((_context: FileContext, _chunk: Chunk) => ({
  remembered: null as Remembered | null,
}));

function chunkFindings(place: Place, run: Run): Remembered {
  const { chunk, context, reading, world } = place;
  const memory = memoryOf(context, chunk);
  const before = memory.remembered;
  const { settings, complete } = world;
  const basis = { settings, reading, complete, rules: run.rules };
  if (isUnder(before, basis) && holds(world, before.reads.values())) return before;
  const reads = new Map<string, Read>();
  const found = judged(place, run, reads);
  memory.remembered = { ...found, ...basis, reads };
  return memory.remembered;
}

/** Runs everything on one document; `reads` takes the answers of the world that the findings depend on. */
function judged(place: Place, run: Run, reads: Map<string, Read>): FileFindings {
  const { chunk, context, reading, world } = place;
  // What is said of a text without a kind is said of comments only.
  if (!chunk.text.includes('kind') && !chunk.text.includes('netpol-ignore')) return NOTHING;
  const raw: Raw[] = context.fragment ? [] : [...documentFindings(chunk, reading)];
  for (const member of judgedIn(place)) {
    raw.push(...admissionFindings(member, context, world.settings, run.log));
    for (const rule of rulesFor(member, place, run)) {
      const remembered = findingsOfRule(rule, member, world, run.log);
      for (const [key, read] of remembered.reads) reads.set(key, read);
      for (const finding of remembered.findings) raw.push({ meta: rule.meta, finding, member });
    }
  }
  return settled(place, raw, run);
}

/** The members of a document that are judged: all but dumps. */
const judgedIn = ({ chunk, context, reading }: Place): readonly Member[] =>
  membersOf(context, reading)(chunk).filter(({ resource }) => !isDump(resource));

/** The rules that run on a member. */
const rulesFor = (
  { resource }: Member,
  { context, world }: Place,
  { rules }: Run,
): readonly Rule[] =>
  !resource.sound || resource.opaque !== null || context.fragment
    ? []
    : speakingIn(
        rules,
        world.settings,
      )(resource.kind).filter(({ meta }) => meta.absence !== true || world.complete);

/** The rules that speak of a kind and that no setting silences. */
const speakingIn = derive2((rules: readonly Rule[], settings: Settings) =>
  derive(({ id }: Kind) =>
    rules.filter(({ kinds, meta }) => id !== null && kinds.includes(id) && !isOff(meta, settings)),
  ),
);

/** The codes of all that looked at a document. */
const codesFor = (place: Place, run: Run): ReadonlySet<string> =>
  new Set(
    judgedIn(place).flatMap((member) => [
      ...admissionCodesFor(member, place.context),
      ...rulesFor(member, place, run).map(({ meta }) => meta.code),
    ]),
  );

/** Gives each finding its severity and its place, and sorts out what comments silence. */
function settled(place: Place, raw: readonly Raw[], run: Run): FileFindings {
  const { chunk, world } = place;
  const findings: FileFinding[] = [];
  const silenced: SilencedFinding[] = [];
  const used = new Set<Suppression>();
  const add = ({ meta, finding, member }: Raw): void => {
    const severity = severityOf(meta, finding, world.settings);
    if (severity === null) return;
    const found = { ...finding, meta, severity, chunk, member, field: fieldOf(finding) };
    const suppression = suppressionOf(chunk, meta.code, finding.span);
    if (suppression === undefined) findings.push(found);
    else {
      used.add(suppression);
      silenced.push({ ...found, reason: suppression.reason });
    }
  };
  raw.forEach(add);
  const unused = world.complete ? suppressionsOf(chunk).filter((one) => !used.has(one)) : [];
  if (unused.length > 0) {
    const ran = codesFor(place, run);
    for (const suppression of unused)
      if (ran.has(suppression.code) || !codes.has(suppression.code))
        add({ meta: unusedIgnore, finding: unusedFinding(suppression, codes), member: null });
  }
  return { findings: once(findings).sort(byPlace), silenced: once(silenced).sort(byPlace) };
}

/** Each finding once: what is said where an anchor stands holds for all its aliases. */
function once<Found extends FileFinding>(findings: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return findings.filter(({ span: { start, end }, meta, message }) => {
    const text = `${start}-${end} ${meta.code} ${message}`;
    return !seen.has(text) && seen.add(text);
  });
}

const fieldOf = (finding: Finding & { readonly field?: string }): string | null =>
  finding.field ?? null;

const byPlace = (a: FileFinding, b: FileFinding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || compare(a.meta.code, b.meta.code);
