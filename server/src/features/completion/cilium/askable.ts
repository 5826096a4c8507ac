import { namespaceName } from '../../../model/namespace.ts';
import type { Path } from '../../../model/resource.ts';
import { stringsOf, textOf } from '../../../model/untyped.ts';
import { CILIUM_LABELS, isKept } from '../../../policy/vocabulary.ts';
import { companionsOf } from '../../../workspace/companions.ts';
import type { Member } from '../../../workspace/snapshot.ts';
import type { NamespaceInventory } from '../../../workspace/world.ts';
import type { Context } from '../../feature.ts';
import { gathered, merged, type Carried, type CarriedKey } from '../carried.ts';
import { byNamespaces, byPods } from '../labels.ts';
import type { Spot } from '../spot.ts';
import type { RulePlace } from './place.ts';
import { namespacesIn, type Role } from './selectors.ts';

/** What the labels that a selector asks for are on. */
export type Of = Role | 'nodes' | 'groups' | 'services';

/** A selector in a rule. */
export interface SelectorPlace extends RulePlace {
  readonly of: Of;
  /** The steps to the selector. */
  readonly selector: Path;
}

/** What a selector can ask for. */
export interface Askable {
  /** The labels of the things themselves. */
  readonly own: Carried;
  /** Labels that Cilium gives them, and why one would want each. */
  readonly given: Given;
}

type Given = ReadonlyMap<string, CarriedKey & { readonly detail: string }>;

const NOTHING: Given = new Map();

const given = (carried: Carried, detail: string, prefix = ''): Given =>
  new Map([...carried].map(([key, each]) => [prefix + key, { ...each, detail }] as const));

/** The labels that the selector at a place can ask for. */
export function askableAt(
  { of, selector, home }: SelectorPlace,
  spot: Spot,
  context: Context,
): Askable {
  const { world, snapshot } = context;
  switch (of) {
    case 'nodes':
      return { own: labelsOf('node', snapshot.nodes), given: NOTHING };
    case 'groups': {
      const groups = companionsOf(snapshot.companions, 'cilium/CiliumCIDRGroup');
      return {
        own: labelsOf(
          'CIDR group',
          groups.map(({ member }) => member),
        ),
        given: NOTHING,
      };
    }
    case 'services': {
      const services = world.namespaces().flatMap(({ key }) => world.inventory(key).services);
      return {
        own: labelsOf(
          'Service',
          services.map(({ member }) => member),
        ),
        given: NOTHING,
      };
    }
    case 'subject':
    case 'peer': {
      const inventories = world
        .spokenOf(namespacesIn(spot, selector, of, home))
        .map((key) => world.inventory(key));
      const own = merged(inventories.map((each) => byPods(each, world.settings.assumptions)));
      return {
        own: new Map([...own].filter(([key]) => isKept(key))),
        given: new Map([
          // A policy of a namespace is for its pods, whatever it says of namespaces.
          ...(of === 'subject' && home !== null ? NOTHING : givenByNamespaces(context)),
          ...given(accountsIn(inventories), 'its service account'),
          ...givenByCluster(context),
        ]),
      };
    }
  }
}

const labelsOf = (noun: string, members: readonly Member[]): Carried =>
  gathered(
    noun,
    members.map(({ resource, namespace }) => [
      `${namespace ?? ''}/${textOf(resource.body.metadata?.name) ?? ''}`,
      stringsOf(resource.body.metadata?.labels),
    ]),
  );

const accountsIn = (inventories: readonly NamespaceInventory[]): Carried =>
  gathered(
    'workload',
    inventories.flatMap(({ pods }) =>
      pods.flatMap(({ owner, serviceAccount }) =>
        serviceAccount === undefined
          ? []
          : [
              [
                `${owner.kind}/${owner.name}`,
                { [CILIUM_LABELS.serviceAccount]: serviceAccount },
              ] as const,
            ],
      ),
    ),
  );

/** The name of a pod's namespace, and the labels of the namespace under keys of their own. */
function givenByNamespaces({ world }: Context): Given {
  const all = world.namespaces();
  const names = gathered(
    'namespace',
    all.flatMap(({ key }) => {
      const name = namespaceName(key);
      return name === null ? [] : [[key, { [CILIUM_LABELS.namespace]: name }] as const];
    }),
  );
  return new Map([
    ...given(names, 'its namespace'),
    ...given(byNamespaces(all), 'label of its namespace', CILIUM_LABELS.ofNamespace),
  ]);
}

function givenByCluster({ world }: Context): Given {
  const { clusterName } = world.settings.assumptions;
  return clusterName === null
    ? NOTHING
    : given(
        gathered('cluster', [[clusterName, { [CILIUM_LABELS.cluster]: clusterName }]]),
        'its cluster',
      );
}
