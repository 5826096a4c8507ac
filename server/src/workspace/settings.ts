import type { Assumptions } from '../policy/assumptions.ts';
import type { Severity } from '../model/finding.ts';

/** The user's settings, `netpol.*`, after defaults. */
export interface Settings {
  readonly assumptions: Assumptions;
  /** The Kubernetes release that manifests must suit, such as `1.35`; null means every supported one, 1.33 and later. */
  readonly kubernetesVersion: string | null;
  /** Blocks that Service addresses come from; empty where not told. */
  readonly serviceCIDRs: readonly string[];
  /** Blocks that node addresses come from; empty where not told. */
  readonly nodeCIDRs: readonly string[];
  /** Resolvers besides the usual cluster DNS: addresses or CIDRs, or `namespace/key=value` for pods. */
  readonly dnsResolvers: readonly string[];
  /** Documents above this many bytes are not parsed. */
  readonly maxDocumentBytes: number;
  /** Severity by rule code in place of the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Globs of files that are not read. */
  readonly exclude: readonly string[];
  /** Whether completion from the schema and the outline are offered: `auto` yields them to an active YAML extension. */
  readonly completion: 'auto' | 'on' | 'off';
  readonly outline: 'auto' | 'on' | 'off';
}
