import type { HostEndpoint } from '../../../model/calico.ts';
import type { Path } from '../../../model/source.ts';
import type { Assumptions } from '../../../policy/assumptions.ts';
import { externalEndpoints } from '../../../policy/cidr.ts';
import { decided } from '../../../policy/connect.ts';
import {
  ALL,
  NONE,
  intersect,
  isEmpty,
  subtract,
  union,
  type Conns,
} from '../../../policy/conns.ts';
import type { HostEndpoint as Host } from '../../../policy/endpoint.ts';
import { formatConns } from '../../../policy/format.ts';
import { metAt, policiesOfHosts, sharesNode, type Hosts } from '../../../policy/host/hosts.ts';
import { answerOfHost } from '../../../policy/host/processes.ts';
import type { Direction } from '../../../policy/ir.ts';
import { code, codeList, count, list } from '../../../policy/print.ts';
import { blocksInUse } from '../../../policy/borders.ts';
import type { Truth } from '../../../policy/selector/selector.ts';
import { hostAt, hostPoliciesIn, selectsHost } from '../../../rules/support/hosts.ts';
import { hostsOf } from '../../../workspace/hosts.ts';
import { placeOf } from '../../../workspace/member.ts';
import { linkedPolicies } from '../names.ts';
import type { Scene } from '../scene.ts';

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
  const { world, member } = scene;
  const host = hostAt(member, world);
  if (host === null) return [];
  const policies = hostPoliciesIn(world);
  const line = (truth: Truth, selected: string): string[] => {
    const some = policies.filter((policy) => selectsHost(policy, host) === truth);
    return some.length === 0
      ? []
      : [
          `**${selected} ${count(some.length, 'policy', 'policies')}**: ${linkedPolicies(
            some.map(({ meaning }) => meaning),
            scene,
          )}`,
        ];
  };
  const lines = [...line('yes', 'Selected by'), ...line('unknown', 'Perhaps selected by')];
  return [
    ...(lines.length > 0 ? lines : unselectedLines(member.resource.body)),
    ...openLines(scene),
  ];
}

/** What is let through between the processes of the host and addresses outside, failsafe ports included. */
function openLines({ snapshot, member }: Scene<HostEndpoint>): readonly string[] {
  const hosts = hostsOf(snapshot);
  const own = placeOf(member);
  const host = hosts?.endpoints.find(
    ({ place }) =>
      place.uri === own.uri && place.chunk === own.chunk && place.span.start === own.span.start,
  );
  if (!hosts || host === undefined) return [];
  const { assumptions } = snapshot.settings;
  const text = (conns: Conns): string => code(formatConns(conns, assumptions.protocols));
  return (['ingress', 'egress'] as const).map((direction) => {
    const { everywhere, somewhere, perhaps } = openOf(host, direction, hosts, assumptions);
    const of = direction === 'ingress' ? 'from' : 'to';
    const parts = [
      isEmpty(everywhere)
        ? `nothing ${of} every address outside`
        : `${text(everywhere)} ${of} every address outside`,
      ...(isEmpty(somewhere) ? [] : [`${text(somewhere)} ${of} some`]),
      ...(isEmpty(perhaps) ? [] : [`${text(perhaps)} in doubt`]),
    ];
    return `**Open for ${direction}** of its own processes, failsafe ports included: ${list(parts)}.`;
  });
}

interface Open {
  readonly everywhere: Conns;
  readonly somewhere: Conns;
  readonly perhaps: Conns;
}

/** Asks the evaluator about each part of the outside that policies for hosts tell from others. */
function openOf(host: Host, direction: Direction, hosts: Hosts, assumptions: Assumptions): Open {
  const [block] = host.addresses;
  const at = block === undefined ? host : metAt(host, { kind: 'external', ...block });
  const borders = blocksInUse(policiesOfHosts(hosts));
  const answers = externalEndpoints(assumptions.ipFamilies, borders)
    .filter((piece) => sharesNode(host, piece, hosts) === 'no')
    .map((piece) => answerOfHost(at, piece, direction, hosts, assumptions));
  const allowed = answers.map((answer) => decided(answer, 'allow'));
  const everywhere = allowed.reduce(intersect, ALL);
  const somewhere = subtract(allowed.reduce(union, NONE), everywhere);
  const doubts = answers.flatMap((answer) => answer.doubts.map(({ conns }) => conns));
  const perhaps = subtract(doubts.reduce(union, NONE), union(everywhere, somewhere));
  return { everywhere, somewhere, perhaps };
}

/**
 * A host without a policy is left to its profiles, and one without these is cut off (Calico documentation, "Host
 * endpoints").
 */
const unselectedLines = ({ spec }: HostEndpoint): readonly string[] => {
  const profiles = spec?.profiles ?? [];
  return [
    '**No policy selects it** in this workspace.',
    profiles.length === 0
      ? 'Nor has it a profile, so the host is cut off but for the failsafe ports: traffic of the host itself is **denied** as soon as the endpoint exists.'
      : `What its ${profiles.length === 1 ? 'profile' : 'profiles'} ${codeList(profiles)} ${profiles.length === 1 ? 'says' : 'say'} holds for the host.`,
  ];
};
