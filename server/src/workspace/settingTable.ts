import {
  CIDRS_MATCH_NODES,
  NODES_NEED_ALLOWING,
  CILIUM_FLAGS,
  type CiliumFlag,
} from '../admission/rule.ts';
import { parseAddress, parseBlock } from '../policy/cidr.ts';
import { usualAssumptions } from '../policy/assumptions.ts';
import { isNamespaceName } from './kustomization.ts';
import {
  choice,
  count,
  listOf,
  nullable,
  severities,
  text,
  yesOrNo,
  type SettingType,
} from './settingType.ts';

/** One setting: its default, what values it takes, and what it does, in Markdown. */
export interface SettingRow<Value = unknown> {
  readonly type: SettingType<Value>;
  readonly initial: Value;
  readonly description: string;
}

const row = <Value>(
  type: SettingType<Value>,
  initial: Value,
  description: string,
): SettingRow<Value> => ({ type, initial, description });

const cidr = text('a CIDR such as `10.0.0.0/8`', (value) => parseBlock(value) !== null);
const namespace = text(
  'the name of a namespace',
  isNamespaceName,
  '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
);
const release = text(
  'a Kubernetes release such as `1.35`',
  (value) => /^1\.\d{1,3}$/.test(value),
  '^1\\.[0-9]{1,3}$',
);
const calicoRelease = text(
  'a Calico release such as `3.32`',
  (value) => /^3\.\d{1,3}$/.test(value),
  '^3\\.[0-9]{1,3}$',
);
const ciliumRelease = text(
  'a Cilium release such as `1.20`',
  (value) => /^1\.\d{1,3}$/.test(value),
  '^1\\.[0-9]{1,3}$',
);
const ciliumFlag = choice<CiliumFlag>([
  ...Object.keys(CILIUM_FLAGS).flatMap((flag) => [`${flag}=true`, `${flag}=false`] as CiliumFlag[]),
  CIDRS_MATCH_NODES,
  NODES_NEED_ALLOWING,
]);
const clusterName = text(
  'the name of a cluster',
  (value) => /^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/.test(value),
  '^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$',
);
const protocol = text(
  'a protocol in capitals, such as `TCP`',
  (value) => /^[A-Z][A-Z0-9]*$/.test(value),
  '^[A-Z][A-Z0-9]*$',
);
const glob = text('a glob', (value) => value !== '');
const resolver = text(
  'an address, a CIDR, or `namespace/key=value`',
  (value) =>
    parseAddress(value) !== null ||
    parseBlock(value) !== null ||
    /^[^/=\s]+\/[^=\s]+=[^=\s]*$/.test(value),
);

/** Every setting by its key below `netpol.`; defaults, parsing, the editor's form and the docs page are made from it. */
export const table = {
  kubernetesVersion: row(
    nullable(release),
    null,
    'The Kubernetes release that your manifests must suit, such as `1.35`. Unset means every supported release, 1.33 and later: what all of them refuse is an error, what some refuse is a warning that names them.',
  ),
  enforcer: row(
    choice(['auto', 'generic', 'calico', 'cilium']),
    'auto',
    "The network plugin that enforces the policies. `auto` guesses it from the workspace: `calico` or `cilium` where that plugin's policies are the only ones beside those of Kubernetes, else `generic`, where either plugin's policies are judged beside those of Kubernetes, never together. The status item of the editor says which it is.",
  ),
  'networkPolicyApi.channel': row(
    choice(['standard', 'experimental']),
    'standard',
    'The channel of the Network Policy API whose CRDs the cluster has. Only `experimental` knows `nodes` and `domainNames`, and `namedPort` of AdminNetworkPolicy.',
  ),
  'calico.version': row(
    nullable(calicoRelease),
    null,
    'The release of Calico that your manifests must suit, such as `3.32`. Unset means the newest: what older releases alone refuse is not said, and what came after 3.30 is a warning that names the release.',
  ),
  'cilium.version': row(
    nullable(ciliumRelease),
    null,
    'The release of Cilium that your manifests must suit, such as `1.19`. Unset means the newest: what older releases alone refuse is not said, and what came after 1.18 is a warning that names the release.',
  ),
  'cilium.flags': row(
    listOf(ciliumFlag),
    [],
    'Flags that the agent of your Cilium runs with, where they decide what it takes or enforces, such as `enable-node-selector-labels=true`. Of others it is only taken that they may be as Cilium sets them by itself: what is then refused is a warning, and what policies for nodes do is in doubt until `enable-host-firewall` is told, and so is a ClusterNetworkPolicy until `enable-k8s-cluster-network-policy` is. With `mesh-auth-enabled=false` no peer can prove who it is, so what asks for that (`authentication`) is dropped. With `policy-cidr-match-mode=nodes` blocks of addresses are for nodes, too; with `policy-default-local-cluster=false` selectors that name no cluster are for all of a mesh, as before Cilium 1.19; with `allow-localhost=policy` a node reaches its own pods only where a policy allows it.',
  ),
  'networkPolicyApi.highestPriority': row(
    nullable(count(0)),
    null,
    "The highest `priority` of administrators' policies that your network plugin takes: 99 for OVN-Kubernetes. It leaves policies above that out. Unset means 1000, as the API has it.",
  ),
  defaultNamespace: row(
    nullable(namespace),
    usualAssumptions.defaultNamespace,
    'The namespace of objects that name none. Unset, the objects below one `kustomization.yaml`, `Chart.yaml` or `fleet.yaml` share a namespace without a name, unless the kustomization sets one.',
  ),
  ipBlocksMatchPods: row(
    nullable(yesOrNo),
    null,
    'Whether an `ipBlock` also matches pods whose address lies in it, as the API has it. Unset means that it does, unless the `enforcer` is Cilium, where it does not.',
  ),
  hostNetworkPods: row(
    choice(['node', 'ordinary']),
    usualAssumptions.hostNetworkPods,
    'What pods on the host network are to policies: part of their `node`, so that no selector finds them (the usual reading), or `ordinary` pods. Policies of administrators never select them.',
  ),
  ipFamilies: row(
    listOf(choice(['IPv4', 'IPv6']), 1),
    usualAssumptions.ipFamilies,
    'The IP families of the cluster, the preferred one first.',
  ),
  protocols: row(
    listOf(protocol, 1),
    usualAssumptions.protocols,
    'The protocols with ports that connections can use.',
  ),
  undeclaredNamespaces: row(
    choice(['unknown', 'bare']),
    usualAssumptions.undeclaredNamespaces,
    'What holds of a namespace that is used but declared nowhere: its labels are `unknown`, or it is `bare` and has no label but `kubernetes.io/metadata.name`.',
  ),
  podCIDRs: row(
    listOf(cidr),
    usualAssumptions.podCIDRs,
    'The blocks that pod addresses come from. They decide which `ipBlock`s can match pods, and which look like a mistake.',
  ),
  networkPolicyDecides: row(
    choice(['direction', 'pod']),
    usualAssumptions.networkPolicyDecides,
    'What a NetworkPolicy that selects a pod settles, so that the Baseline tier is not asked: each `direction` that it isolates (the usual reading), or all traffic of the `pod`.',
  ),
  'calico.httpRules': row(
    choice(['unknown', 'enforced']),
    usualAssumptions.httpRules,
    'Whether the cluster enforces what rules of Calico say of HTTP, which takes its application layer policy. Where that is `unknown`, such a rule leaves a doubt about all requests that it does not name.',
  ),
  'cilium.apiServer': row(
    nullable(listOf(cidr)),
    null,
    "The addresses of the API server as blocks, such as `192.0.2.10/32`: Cilium's entities `kube-apiserver` and `cluster` mean them. Unset leaves in doubt which addresses these are.",
  ),
  'cilium.clusterName': row(
    nullable(clusterName),
    usualAssumptions.clusterName,
    "The name of the cluster, Cilium's option `cluster-name`. Unset, what a policy says of clusters by name leaves a doubt.",
  ),
  'cilium.policyEnforcement': row(
    choice(['default', 'always', 'never']),
    usualAssumptions.policyEnforcement,
    "Cilium's option `enable-policy`: a pod is isolated where a policy selects it (`default`), always, or never.",
  ),
  'cilium.dnsRules': row(
    choice(['here', 'elsewhere']),
    usualAssumptions.dnsRules,
    'Where the rules are that let pods ask DNS and have Cilium look at the answers. `elsewhere` means that some which netpol does not read do so for all pods, as one policy of the whole cluster in another repository: nothing is then said of pods that cannot ask, or of names without addresses.',
  ),
  serviceCIDRs: row(listOf(cidr), [], 'The blocks that Service addresses come from.'),
  nodeCIDRs: row(listOf(cidr), [], 'The blocks that node addresses come from.'),
  dnsResolvers: row(
    listOf(resolver),
    [],
    "Resolvers besides the cluster's own DNS: an address, a CIDR, or `namespace/key=value` for pods with that label.",
  ),
  maxDocumentBytes: row(
    count(1024),
    2 * 1024 * 1024,
    'YAML documents above this many bytes, and files of which more than twice as many would have to be read, are not parsed; netpol says so once for each.',
  ),
  rules: row(
    severities,
    {},
    'Severity by rule code in place of the rule\'s own: `error`, `warning`, `information`, `hint` or `off`. Example: `{"redundant-peer": "off"}`.',
  ),
  exclude: row(
    listOf(glob),
    [],
    'Globs of files that are not read, relative to the workspace folder, besides those that ignore files name.',
  ),
  completion: row(
    choice(['auto', 'on', 'off']),
    'auto',
    'Completion of keys and values from the schema. `auto` leaves it to an active YAML extension; labels, namespaces and ports of your workspace are always offered.',
  ),
  outline: row(
    choice(['auto', 'on', 'off']),
    'auto',
    'The outline of policy files. `auto` leaves it to an active YAML extension.',
  ),
  codeLens: row(
    yesOrNo,
    true,
    'Whether a line above each policy, workload or Namespace that you changed says how many connections differ from those of the last commit (git `HEAD`). It needs an editor that tells what is committed, as VS Code does.',
  ),
};

/** The key of a setting below `netpol.`. */
export type SettingKey = keyof typeof table;

/** The value of each setting. */
export type Values = {
  readonly [Key in SettingKey]: (typeof table)[Key] extends SettingRow<infer Value> ? Value : never;
};

/** Every key in the order of the table. */
export const settingKeys = Object.keys(table) as readonly SettingKey[];
