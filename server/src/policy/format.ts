import { equal, intersect, type Intervals } from '../base/intervals.ts';
import type { Conns } from './conns.ts';
import { icmpText, isIcmp } from './icmp.ts';

/** Ports that connections can use; 0 is none. */
const USABLE: Intervals = [[1, 65535]];

/** Messages of ICMP, of which 0 is one. */
const MESSAGES: Intervals = [[0, 65535]];

/**
 * A set of connections as text: `All` where nothing is left out, `None` where nothing is in, else protocols by name
 * with their ports, a bare protocol being all of them: `SCTP; TCP 80,8080-8090; UDP`. What is left of the protocols
 * that no rule names is told by `protocols`. ICMP has types in the place of ports: `ICMP type 8`.
 */
export function formatConns(conns: Conns, protocols: readonly string[]): string {
  const names = [...new Set([...protocols, ...conns.named.keys()])].sort();
  const parts = names.map((name) => {
    const all = isIcmp(name) ? MESSAGES : USABLE;
    const ports = intersect(conns.named.get(name) ?? conns.rest, all);
    return { name, ports, whole: equal(ports, all) };
  });
  if (conns.rest.length > 0 && parts.every(({ whole }) => whole)) return 'All';
  const texts = parts
    .filter(({ ports }) => ports.length > 0)
    .map(({ name, ports, whole }) =>
      whole ? name : isIcmp(name) ? icmpText(name, ports) : `${name} ${portList(ports)}`,
    );
  return texts.length === 0 ? 'None' : texts.join('; ');
}

/** Ports as text: `80,8080-8090`. */
export const portList = (ports: Intervals): string =>
  ports.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
