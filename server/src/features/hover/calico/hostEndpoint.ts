import type { HostEndpoint } from '../../../model/calico.ts';
import { isOf } from '../../../model/kinds.ts';
import type { Path } from '../../../model/source.ts';
import { codeList, count } from '../../../policy/print.ts';
import type { Member } from '../../../workspace/member.ts';
import { atMost } from '../names.ts';
import type { Scene } from '../scene.ts';
import { hostLabels, placed, selectsHost } from './hosts.ts';
import { specOf } from './reading.ts';

/** A host endpoint: which policies select it, and what that leaves open. */
export function hostEndpointLines(scene: Scene<HostEndpoint>, path: Path): readonly string[] {
  const text = path.join('/');
  if (text === 'spec/expectedIPs' || text.startsWith('spec/expectedIPs/'))
    return [
      'Rules find the host by these addresses alone; without them its labels select it only as the end that a policy governs.',
    ];
  if (!/^(?:kind|metadata|metadata\/name|metadata\/labels(?:\/.*)?|spec)$/.test(text)) return [];
  return [...interfaceLines(scene), ...policyLines(scene)];
}

function interfaceLines({ member }: Scene<HostEndpoint>): readonly string[] {
  const { node, interfaceName, expectedIPs = [] } = member.resource.body.spec ?? {};
  const where =
    interfaceName === '*'
      ? '**All interfaces**'
      : interfaceName !== undefined
        ? `**Interface \`${interfaceName}\`**`
        : `**The interface with ${codeList(expectedIPs)}**`;
  return [`${where} of node \`${node ?? ''}\`.`];
}

function policyLines(scene: Scene<HostEndpoint>): readonly string[] {
  const { snapshot, member, link } = scene;
  const labels = hostLabels(member);
  const selecting = snapshot.clusterPolicies.filter(
    ({ resource }) =>
      isOf(resource, ['calico/GlobalNetworkPolicy']) &&
      resource.opaque === null &&
      selectsHost(specOf(resource.body), labels),
  );
  if (selecting.length === 0) return unselectedLines(member.resource.body);
  const text = (policy: Member): string => {
    const { name, place } = placed(policy);
    return `GlobalNetworkPolicy \`${name}\` (${link(place)})`;
  };
  return [
    `**Selected by ${count(selecting.length, 'policy', 'policies')}**: ${atMost(selecting, text)}`,
    'A tier of them that ends with Deny cuts off what it does not allow, but for the failsafe ports.',
  ];
}

/** A host without a policy is left to its profiles, and one without these is cut off (Calico documentation, "Host endpoints"). */
const unselectedLines = ({ spec }: HostEndpoint): readonly string[] => {
  const profiles = spec?.profiles ?? [];
  return [
    '**No policy selects it** in this workspace.',
    profiles.length === 0
      ? 'Nor has it a profile, so the host is cut off but for the failsafe ports: traffic of the host itself is **denied** as soon as the endpoint exists.'
      : `What its ${profiles.length === 1 ? 'profile' : 'profiles'} ${codeList(profiles)} ${profiles.length === 1 ? 'says' : 'say'} holds for the host.`,
  ];
};
