import {
  CIDRS_MATCH_NODES,
  NODES_NEED_ALLOWING,
  type Channel,
  type CiliumFlag,
} from '../admission/rule.ts';
import type { Severity } from '../model/finding.ts';
import {
  matchesPodAddresses,
  usualAssumptions,
  type Assumptions,
  type Enforcer,
} from '../policy/assumptions.ts';
import { asksForCluster, toldOf } from './ciliumFlags.ts';
import { settingKeys, table, type SettingKey, type Values } from './settingTable.ts';
import { oneOf } from './settingType.ts';

/** The user's settings, `netpol.*`, after defaults. */
export interface Settings {
  /** What holds of the installation; where the enforcer is guessed, as any would have it until the guess is made. */
  readonly assumptions: Assumptions;
  /** Which network plugin enforces, or that it is guessed from what the workspace holds. */
  readonly enforcer: 'auto' | Enforcer;
  /** Whether an ipBlock matches pods; null where the enforcer decides. */
  readonly ipBlocksMatchPods: boolean | null;
  /** The Kubernetes release that manifests must suit, such as `1.35`; null means every supported one, 1.33 and later. */
  readonly kubernetesVersion: string | null;
  /** The release of Calico that manifests must suit, such as `3.32`; null means every supported one, 3.30 and later. */
  readonly calicoVersion: string | null;
  /** The release of Cilium that manifests must suit, such as `1.20`; null means every supported one, 1.18 and later. */
  readonly ciliumVersion: string | null;
  /** Flags that Cilium's agent runs with; of others nothing is known. */
  readonly ciliumFlags: readonly CiliumFlag[];
  /** The channel of the Network Policy API whose definitions the cluster has. */
  readonly channel: Channel;
  /** The last priority of administrators' policies that the network plugin takes; null where it takes all of the API. */
  readonly highestPriority: number | null;
  /** Blocks that Service addresses come from; empty where not told. */
  readonly serviceCIDRs: readonly string[];
  /** Blocks that node addresses come from; empty where not told. */
  readonly nodeCIDRs: readonly string[];
  /** Resolvers besides the usual cluster DNS: addresses or CIDRs, or `namespace/key=value` for pods. */
  readonly dnsResolvers: readonly string[];
  /** Documents above this many bytes, and files of which more than twice as many would have to be read, are not parsed. */
  readonly maxDocumentBytes: number;
  /** Severity by rule code in place of the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Globs of files that are not read. */
  readonly exclude: readonly string[];
  /** Whether completion from the schema and the outline are offered: `auto` yields them to an active YAML extension. */
  readonly completion: 'auto' | 'on' | 'off';
  readonly outline: 'auto' | 'on' | 'off';
  /** Whether an editor shows at each object what its edits change since the last commit. */
  readonly codeLens: boolean;
}

const initialValues = Object.fromEntries(
  settingKeys.map((key) => [key, table[key].initial]),
) as unknown as Values;

function settingsOf(values: Values): Settings {
  const {
    defaultNamespace,
    ipBlocksMatchPods,
    hostNetworkPods,
    ipFamilies,
    protocols,
    undeclaredNamespaces,
    podCIDRs,
    networkPolicyDecides,
    'networkPolicyApi.channel': channel,
    'calico.version': calicoVersion,
    'cilium.version': ciliumVersion,
    'cilium.flags': ciliumFlags,
    'networkPolicyApi.highestPriority': highestPriority,
    'calico.httpRules': httpRules,
    'cilium.apiServer': apiServer,
    'cilium.clusterName': clusterName,
    'cilium.policyEnforcement': policyEnforcement,
    'cilium.dnsRules': dnsRules,
    ...others
  } = values;
  const enforcer = values.enforcer === 'auto' ? usualAssumptions.enforcer : values.enforcer;
  return {
    ...others,
    ipBlocksMatchPods,
    channel,
    calicoVersion,
    ciliumVersion,
    ciliumFlags,
    highestPriority,
    assumptions: {
      enforcer,
      defaultNamespace,
      ipBlocksMatchPods: ipBlocksMatchPods ?? matchesPodAddresses(enforcer),
      hostNetworkPods,
      ipFamilies,
      protocols,
      undeclaredNamespaces,
      podCIDRs,
      networkPolicyDecides,
      httpRules,
      stagedPolicies: usualAssumptions.stagedPolicies,
      apiServer,
      clusterName,
      policyEnforcement,
      hostFirewall: toldOf('enable-host-firewall', ciliumFlags),
      mutualAuthentication: toldOf('mesh-auth-enabled', ciliumFlags),
      cidrsMatchNodes: ciliumFlags.includes(CIDRS_MATCH_NODES),
      allowLocalhost: ciliumFlags.includes(NODES_NEED_ALLOWING) ? 'policy' : 'always',
      beyondNamespaces:
        asksForCluster({ ciliumVersion, ciliumFlags }) === 'on'
          ? BEYOND[toldOf('enable-node-selector-labels', ciliumFlags)]
          : 'anyone',
      dnsRules,
    },
  };
}

/** Which address is a node's is not always known, so where nodes have labels anyone may be one. */
const BEYOND = { on: 'anyone', off: 'nobody', unknown: 'nodes' } as const;

/** What holds where the user sets nothing. */
export const defaultSettings: Settings = settingsOf(initialValues);

/** Settings, and one sentence for each value that could not be used; such a setting keeps its default. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/**
 * Settings from the `netpol` section of an editor's configuration: an object, of which unset or null keys keep their
 * default.
 */
export function settingsFromJson(json: unknown): ParsedSettings {
  if (json === null || json === undefined) return { settings: defaultSettings, problems: [] };
  if (typeof json !== 'object' || Array.isArray(json))
    return { settings: defaultSettings, problems: ['The section `netpol` must be an object.'] };
  return settingsFrom(Object.entries(json).flatMap(([key, value]) => flattened(key, value)));
}

/** Editors nest what stands below a dot: `networkPolicyApi.channel` comes as an object in an object. */
const flattened = (key: string, value: unknown): [string, unknown][] =>
  isKey(key) || typeof value !== 'object' || value === null
    ? [[key, value]]
    : Object.entries(value).map(([below, inner]) => [`${key}.${below}`, inner]);

/** Settings from `KEY=VALUE` texts; `rules.CODE=SEVERITY` sets one rule, lists are separated by commas. */
export function settingsFromTexts(texts: readonly string[]): ParsedSettings {
  const entries: [string, unknown][] = [];
  const problems: string[] = [];
  const rules: Record<string, unknown> = {};
  for (const given of texts) {
    const equals = given.indexOf('=');
    const key = given.slice(0, Math.max(0, equals)).replace(/^netpol\./, '');
    const value = given.slice(equals + 1);
    if (equals <= 0) problems.push(`\`${given}\` is not of the form KEY=VALUE.`);
    else if (key.startsWith('rules.')) rules[key.slice('rules.'.length)] = value;
    else if (isKey(key)) entries.push([key, table[key].type.fromText(value)]);
    else problems.push(unknownKey(key));
  }
  if (Object.keys(rules).length > 0) entries.push(['rules', rules]);
  const parsed = settingsFrom(entries);
  return { settings: parsed.settings, problems: [...problems, ...parsed.problems] };
}

function settingsFrom(entries: readonly (readonly [string, unknown])[]): ParsedSettings {
  const values: Record<string, unknown> = { ...initialValues };
  const problems: string[] = [];
  for (const [key, value] of entries) {
    // The client's own settings, such as the trace level, live in the same section.
    if (!isKey(key)) continue;
    if (value === null || value === undefined) continue;
    const wrong = table[key].type.wrong(value);
    if (wrong === null) values[key] = value;
    else problems.push(`\`netpol.${key}\` must be ${table[key].type.what}${wrong}.`);
  }
  return { settings: settingsOf(values as unknown as Values), problems };
}

const isKey = (key: string): key is SettingKey => Object.hasOwn(table, key);

const unknownKey = (key: string): string =>
  `There is no setting \`${key}\`. The settings are ${oneOf(settingKeys, 'and')}.`;
