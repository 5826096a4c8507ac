import { admissionRules } from '../admission/all.ts';
import { judge, refusals } from '../admission/refusals.ts';
import { shapeMetas } from '../admission/shape.ts';
import type { Chunk } from '../model/chunk.ts';
import type { Finding, RuleMeta } from '../model/finding.ts';
import { problemsOf } from '../model/read.ts';
import type { Problem } from '../model/resource.ts';
import type { Settings } from '../workspace/settings.ts';
import type { FileContext, Member, Reading } from '../workspace/snapshot.ts';
import type { Log } from './memberFindings.ts';

/** What one rule says, before settings and comments have their word. */
export interface Raw {
  readonly meta: RuleMeta;
  readonly finding: Finding;
  readonly member: Member | null;
}

const metaOf: ReadonlyMap<string, RuleMeta> = new Map(
  [...shapeMetas, ...admissionRules.map(({ meta }) => meta)].map((meta) => [meta.code, meta]),
);

/** Of a fragment only this is certain: no patch can put right a key or a word that does not exist. */
const certainOfFragments: ReadonlySet<string> = new Set([
  'unknown-field',
  'invalid-action',
  'invalid-operator',
  'invalid-policy-type',
  'invalid-protocol',
  'invalid-tier',
]);

/** An object of a policy kind, written by hand, of our groups: other projects have a NetworkPolicy of their own. */
const ours = (text: string): boolean =>
  /kind["']?[ \t]*:[ \t]*["']?(?:(?:Baseline)?Admin|Cluster|Global|Staged(?:Global|Kubernetes)?|Cilium(?:Clusterwide)?)?NetworkPolicy\b/.test(
    text,
  ) &&
  !/apiVersion["']?[ \t]*:[ \t]*["']?crd\.antrea\.io\//.test(text) &&
  !/^[ \t]*managedFields:/m.test(text);

/** What is wrong with a document as a whole, where it holds a policy. */
export const documentFindings = (chunk: Chunk, { maxDocumentBytes }: Reading): readonly Raw[] => {
  const problems = problemsOf(chunk, maxDocumentBytes);
  return problems.length === 0 || !ours(chunk.text)
    ? []
    : problems.flatMap((problem) => rawProblem(problem, null));
};

/** What the API server refuses in an object, its shape and its values, as far as the releases in question do. */
export function admissionFindings(
  member: Member,
  context: FileContext,
  settings: Settings,
  log: Log,
): readonly Raw[] {
  const { resource } = member;
  const found = resource.problems.flatMap((problem) => rawProblem(problem, member));
  try {
    for (const refusal of refusals(resource)) {
      const { severity, releases } = judge(refusal, settings);
      const meta = metaOf.get(refusal.code);
      if (severity === null || meta === undefined || refusal.implied === true) continue;
      const message = releases === null ? refusal.message : `${refusal.message} ${releases}`;
      found.push({ meta, finding: { ...refusal, message, severity }, member });
    }
  } catch (error) {
    log('admission', error);
  }
  return context.fragment ? found.filter(({ meta }) => certainOfFragments.has(meta.code)) : found;
}

function rawProblem(problem: Problem, member: Member | null): Raw[] {
  const meta = metaOf.get(problem.code);
  return meta === undefined || problem.implied === true ? [] : [{ meta, finding: problem, member }];
}

/** The codes of all that looked at an object. */
export function admissionCodesFor(
  { resource }: Member,
  { fragment }: FileContext,
): readonly string[] {
  if (resource.kind.id === null) return [];
  const codes = resource.illegible === null ? shapeCodes : allCodes;
  return fragment ? codes.filter((code) => certainOfFragments.has(code)) : codes;
}

const allCodes = [...metaOf.keys()];
const shapeCodes = shapeMetas.map(({ code }) => code);
