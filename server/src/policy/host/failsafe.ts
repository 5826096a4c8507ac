import { intervals } from '../../base/intervals.ts';
import { NONE, ofPorts, union, type Conns } from '../conns.ts';
import type { Direction } from '../ir.ts';

/**
 * The ports that Felix keeps open at hosts before it asks any policy, unless it is configured otherwise (Calico
 * documentation, "Failsafe rules").
 */
export const FAILSAFE_PORTS: Readonly<
  Record<Direction, Readonly<Record<string, readonly number[]>>>
> = {
  ingress: { TCP: [22, 179, 2379, 2380, 5473, 6443, 6666, 6667], UDP: [68] },
  egress: { TCP: [179, 2379, 2380, 5473, 6443, 6666, 6667], UDP: [53, 67] },
};

const connsOf = (direction: Direction): Conns =>
  Object.entries(FAILSAFE_PORTS[direction])
    .map(([protocol, ports]) =>
      ofPorts(protocol, intervals(ports.map((port): [number, number] => [port, port]))),
    )
    .reduce(union, NONE);

/** The same as connections. */
export const FAILSAFE: Readonly<Record<Direction, Conns>> = {
  ingress: connsOf('ingress'),
  egress: connsOf('egress'),
};
