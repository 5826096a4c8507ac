/** What a kind is to netpol. */
export type Role = 'policy' | 'workload' | 'namespace' | 'service';

/** One row of the table of kinds. */
export interface Kind {
  readonly group: string;
  /** Served versions, the preferred one first. */
  readonly versions: readonly string[];
  readonly name: string;
  readonly role: Role;
  readonly namespaced: boolean;
  /** The schema that its objects are checked with, or null where netpol reads only metadata and pod templates. */
  readonly schema: 'networkPolicy' | null;
}

/** Every policy kind and every kind of the inventory whose shape is known by name. */
export const kinds: readonly Kind[] = [
  {
    group: 'networking.k8s.io',
    versions: ['v1'],
    name: 'NetworkPolicy',
    role: 'policy',
    namespaced: true,
    schema: 'networkPolicy',
  },
];
