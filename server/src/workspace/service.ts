import { derive } from '../base/derive.ts';
import { list, mapping, mappings, stringsOf, textOf, type Mapping } from '../model/untyped.ts';
import { counted } from './duplicates.ts';
import type { Member } from './member.ts';
import type { Service, ServicePort } from './world.ts';

/** The Services among members, without repetitions and templates. */
export const servicesOf = derive((members: readonly Member[]): readonly Service[] =>
  counted(members).flatMap(({ member }) => serviceOf(member)),
);

const serviceOf = derive((member: Member): readonly Service[] => {
  const { resource, namespace } = member;
  const metadata = mapping(mapping(resource.body)?.['metadata']);
  if (resource.opaque !== null || namespace === null || typeof metadata?.['name'] !== 'string')
    return [];
  const spec = mapping(mapping(resource.body)?.['spec']) ?? {};
  const selector = stringsOf(spec['selector']);
  const addresses = [spec['clusterIP'], ...list(spec['clusterIPs'])];
  return [
    {
      name: metadata['name'],
      namespace,
      selector: Object.keys(selector).length === 0 ? null : selector,
      ports: mappings(spec['ports']).flatMap(portOf),
      clusterIPs: [
        ...new Set(addresses.filter((each) => typeof each === 'string' && each !== '')),
      ].filter((each) => each !== 'None') as string[],
      externalIPs: externalAddresses(spec, mapping(mapping(resource.body)?.['status']) ?? {}),
      type: typeof spec['type'] === 'string' ? spec['type'] : 'ClusterIP',
      member,
    },
  ];
});

/**
 * The external addresses of a Service that kube-proxy translates on every node, for pods too: those of a load balancer
 * unless its `ipMode` is Proxy, the one that was asked for, and `externalIPs` (Kubernetes documentation, "Service").
 */
function externalAddresses(spec: Mapping, status: Mapping): readonly string[] {
  const points = mappings(mapping(status['loadBalancer'])?.['ingress']);
  const ofBalancer =
    spec['type'] !== 'LoadBalancer'
      ? []
      : points.length === 0
        ? [spec['loadBalancerIP']]
        : points.filter(({ ipMode }) => ipMode !== 'Proxy').map(({ ip }) => ip);
  return [...ofBalancer, ...list(spec['externalIPs'])].flatMap((each) => textOf(each) ?? []);
}

/** Without `targetPort` the port itself; TCP unless given (Kubernetes API reference, ServicePort). */
function portOf(port: Mapping): readonly ServicePort[] {
  const { name, port: number, targetPort, protocol, nodePort } = port;
  if (typeof number !== 'number') return [];
  const target =
    typeof targetPort === 'number' || (typeof targetPort === 'string' && targetPort !== '')
      ? targetPort
      : number;
  return [
    {
      name: typeof name === 'string' && name !== '' ? name : null,
      port: number,
      target: target === 0 ? number : target,
      protocol: typeof protocol === 'string' && protocol !== '' ? protocol : 'TCP',
      nodePort: typeof nodePort === 'number' ? nodePort : null,
    },
  ];
}
