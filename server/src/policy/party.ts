import { namespaceName, type NamespaceKey } from '../model/namespace.ts';
import type { IrPolicy } from './ir.ts';

/**
 * A workload, with `namespace` null where none is named; a host that a HostEndpoint of Calico describes; or addresses
 * outside, as the fewest CIDRs of one family.
 */
export type Party =
  | {
      readonly kind: 'workload';
      readonly namespace: string | null;
      readonly name: string;
      readonly workloadKind: string;
    }
  | { readonly kind: 'host'; readonly name: string }
  | { readonly kind: 'external'; readonly cidrs: readonly string[] };

/** A policy by name. */
export interface PolicyName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}

/** Names an object of a manifest by what is still the same after an edit of it: its file, kind, namespace and name. */
export const objectKey = (
  uri: string,
  kind: string,
  namespace: NamespaceKey | null,
  name: string,
): string => JSON.stringify([uri, kind, namespace, name]);

/** The name of a policy as outputs tell it. */
export const policyName = (policy: IrPolicy): PolicyName => ({
  apiVersion: policy.apiVersion,
  kind: policy.kind,
  namespace: policy.namespace === null ? null : namespaceName(policy.namespace),
  name: policy.name,
});
