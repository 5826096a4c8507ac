import { derive, derive2 } from '../../base/derive.ts';
import type { Endpoint, HostEndpoint, PodEndpoint } from '../endpoint.ts';
import type { Truth } from '../selector/selector.ts';
import { alikeTogether, sharesNode, type Hosts } from './hosts.ts';
import { isOrdinaryPod } from './pods.ts';

/*
 * Where the ends of a connection stand to all hosts. Most ends stand alike, so that what follows is found once for all.
 */

/** A host that may be that of a pod, whether it is, and whether the other end is on it, too. */
interface Near {
  readonly host: HostEndpoint;
  readonly own: Truth;
  readonly other: Truth;
  readonly others: number;
}

/**
 * The hosts of the node that a pod is or may be on; none that the other end is a process of, as they forward nothing. Of
 * those alike one stands for all.
 */
export function nearTo(pod: PodEndpoint, peer: Endpoint, hosts: Hosts): readonly Near[] {
  const near = nearBetween(standingIn(hosts)(pod), standingIn(hosts)(peer));
  return isOrdinaryPod(peer) ? near : near.filter(({ other }) => other !== 'yes');
}

const nearBetween = derive2((around: Standing, { truths, kinds }: Standing): readonly Near[] =>
  around.groups.flatMap(({ own, members }) =>
    kinds.flatMap((other): readonly Near[] => {
      const some = members.filter((one) => (truths.get(one) ?? 'no') === other);
      const [host] = some;
      return host === undefined ? [] : [{ host, own, other, others: some.length - 1 }];
    }),
  ),
);

/** Where an end stands to all hosts. */
interface Standing {
  /** Those on whose node it is or may be. */
  readonly truths: ReadonlyMap<HostEndpoint, Truth>;
  /** In which ways it stands to any of them. */
  readonly kinds: readonly Truth[];
  /** The same, those alike together. */
  readonly groups: readonly { readonly own: Truth; readonly members: readonly HostEndpoint[] }[];
}

/** Finds where an end stands; one value for all ends that stand alike. */
const standingIn = derive((hosts: Hosts) => {
  const known = new Map<string, Standing>();
  return derive((end: Endpoint): Standing => {
    const all = hosts.endpoints.map((host) => [host, sharesNode(host, end, hosts)] as const);
    const key = all.map(([, truth]) => truth).join();
    let standing = known.get(key);
    if (standing === undefined) known.set(key, (standing = standingAmong(all, hosts)));
    return standing;
  });
});

function standingAmong(all: readonly (readonly [HostEndpoint, Truth])[], hosts: Hosts): Standing {
  const near = all.filter(([, truth]) => truth !== 'no');
  const groups = (['yes', 'unknown'] as const).flatMap((own) =>
    alikeTogether(
      hosts,
      near.flatMap(([host, truth]) => (truth === own ? [host] : [])),
    ).map((members) => ({ own, members })),
  );
  const truths = new Map(near);
  const kinds = new Set<Truth>(truths.values());
  if (near.length < all.length) kinds.add('no');
  return { truths, kinds: [...kinds], groups };
}
