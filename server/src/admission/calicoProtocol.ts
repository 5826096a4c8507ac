import type { CalicoProtocol } from '../model/calico.ts';
import { protocolOf } from '../policy/lower/calicoPorts.ts';

/** Protocols that Calico knows by name. */
export const PROTOCOLS = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'SCTP', 'UDPLite'] as const;

/** Those that have ports. */
export const PORT_PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;

/** Whether Calico takes a text or number for a protocol: one of the names, or a number from 1 to 255, also in quotes. */
export const isProtocol = (protocol: CalicoProtocol): boolean =>
  (PROTOCOLS as readonly unknown[]).includes(protocol) ||
  (/^\d{1,9}$/.test(String(protocol)) && Number(protocol) >= 1 && Number(protocol) <= 255);

/** A protocol by its name, where it is a number that has one; the schema's rules do not read numbers in quotes. */
export const protocolName = (protocol: CalicoProtocol): string =>
  typeof protocol === 'number' ? protocolOf(protocol) : protocol;

/** Whether a protocol has ports. */
export const hasPorts = (protocol: CalicoProtocol): boolean =>
  (PORT_PROTOCOLS as readonly string[]).includes(protocolOf(protocol));
