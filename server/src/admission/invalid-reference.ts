import { setScalar } from '../model/edit.ts';
import { CALICO_KINDS, CILIUM_POLICIES } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { ignoredBy } from './calicoWalk.ts';
import { refusedByServer } from './ciliumWalk.ts';
import { dnsSubdomainFault } from './grammar.ts';
import { partPlace, schemaPartsIn, type SchemaPart } from './parts.ts';
import { admissionRule } from './rule.ts';

/** Names of objects in Calico's and Cilium's kinds that none can have. */
export default admissionRule(
  {
    code: 'invalid-reference',
    title: 'The name of an object that cannot exist',
    category: 'refused',
    severity: 'error',
    docs: `Calico's policies name a tier and Services with their namespaces, host endpoints a node and profiles. Each is named in
lower-case letters, digits, \`-\` and \`.\`; Calico refuses the whole object where no object can have the name. Cilium's
policies name groups of addresses likewise, and the API server refuses other names.`,
    since: '0.1.0',
    fixable: true,
  },
  [...CALICO_KINDS, ...CILIUM_POLICIES],
  function* (resource) {
    for (const part of schemaPartsIn(resource)) {
      const { object, step, value } = part;
      const what = referenceAt(resource, part);
      if (what === null || typeof value !== 'string') continue;
      // Calico takes an empty name for none.
      if (value === '' && resource.kind.dialect === 'calico') continue;
      const fault = dnsSubdomainFault(value);
      if (fault === null) continue;
      const lower = value.toLowerCase();
      yield {
        ...partPlace(resource, part),
        message: `No ${what} can be called \`${value}\`, as a name ${fault}, ${resource.kind.dialect === 'calico' ? ignoredBy(resource) : refusedByServer(resource)}.`,
        fixes:
          dnsSubdomainFault(lower) === null
            ? [
                {
                  title: `Write \`${lower}\``,
                  safe: false,
                  edits: () => setScalar(resource, object, step, lower),
                },
              ]
            : [],
      };
    }
  },
);

/** What a part names by its value; null where it names nothing. */
function referenceAt({ source, kind }: Resource, { object, step }: SchemaPart): string | null {
  const path = [...source.path(object), step];
  const text = path.filter((each) => typeof each === 'string').join('.');
  if (text === 'spec.tier') return 'tier';
  if (text.endsWith('.services.name')) return 'Service';
  if (text.endsWith('.services.namespace')) return 'namespace';
  if (text.endsWith('.cidrGroupRef')) return 'CiliumCIDRGroup';
  if (kind.id !== 'calico/HostEndpoint') return null;
  if (text === 'spec.node') return 'node';
  return text === 'spec.profiles' && typeof step === 'number' ? 'profile' : null;
}
