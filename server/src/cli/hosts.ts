import type { Endpoint, HostEndpoint } from '../policy/endpoint.ts';
import { hostText } from '../policy/print.ts';
import type { Ends } from './ends.ts';

/** What `host/NAME` names: the addresses of a HostEndpoint; or a sentence. Null for other names. */
export function hostNamed(text: string, hosts: readonly HostEndpoint[]): Ends | string | null {
  const [, name] = /^host\/([^/]+)$/.exec(text) ?? [];
  if (name === undefined) return null;
  const host = hosts.find((one) => one.name === name);
  if (host === undefined) return null;
  if (host.addresses.length === 0)
    return `${hostText(host)} has no \`expectedIPs\`, so where it is cannot be told: name an address instead.`;
  return {
    name: text,
    ends: host.addresses.map((block): Endpoint => ({ kind: 'external', ...block })),
  };
}
