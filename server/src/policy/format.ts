import { intersect, type Intervals } from '../base/intervals.ts';
import type { Conns } from './conns.ts';

/** Ports that connections can use; 0 is none. */
const USABLE: Intervals = [[1, 65535]];

/**
 * A set of connections as text: `All` where nothing is left out, `None` where nothing is in, else protocols by name
 * with their ports, a bare protocol being all of them: `SCTP; TCP 80,8080-8090; UDP`. What is left of the protocols
 * that no rule names is told by `protocols`.
 */
export function formatConns(conns: Conns, protocols: readonly string[]): string {
  const names = [...new Set([...protocols, ...conns.named.keys()])].sort();
  const parts = names.map((name) => {
    const ports = intersect(conns.named.get(name) ?? conns.rest, USABLE);
    return {
      name,
      ports,
      whole: ports.length === 1 && ports[0]![0] === 1 && ports[0]![1] === 65535,
    };
  });
  if (conns.rest.length > 0 && parts.every(({ whole }) => whole)) return 'All';
  const texts = parts
    .filter(({ ports }) => ports.length > 0)
    .map(({ name, ports, whole }) => (whole ? name : `${name} ${portList(ports)}`));
  return texts.length === 0 ? 'None' : texts.join('; ');
}

/** Ports as text: `80,8080-8090`. */
export const portList = (ports: Intervals): string =>
  ports.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
