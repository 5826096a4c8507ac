import type { KindId } from '../model/bodies.ts';
import { setScalar } from '../model/edit.ts';
import {
  ADMIN_KINDS,
  CALICO_GROUP,
  CALICO_KINDS,
  CILIUM_POLICIES,
  type Kind,
} from '../model/kinds.ts';
import { admissionRule } from './rule.ts';
import { valuePlace } from './walk.ts';

/** Kinds of the Network Policy API, of Calico and of Cilium, in a version that never had them. */
export default admissionRule(
  {
    code: 'unpublished-api-version',
    title: 'A kind in a version that never had it',
    category: 'refused',
    severity: 'error',
    docs: `AdminNetworkPolicy and BaselineAdminNetworkPolicy exist in \`policy.networking.k8s.io/v1alpha1\` only, and
ClusterNetworkPolicy in \`policy.networking.k8s.io/v1alpha2\` only. The kinds of Calico are written in
\`projectcalico.org/v3\`, and stored in \`crd.projectcalico.org/v1\`; no other version of the two groups exists. Tier came
with Calico 3.29, the staged kinds with 3.30. The policies of Cilium are in \`cilium.io/v2\` only. The API server does not know the kind in another version.`,
    since: '0.1.0',
    fixable: true,
  },
  [...ADMIN_KINDS, ...CALICO_KINDS, ...CILIUM_POLICIES],
  function* (resource) {
    const { kind } = resource;
    const { apiVersion } = resource.body;
    const since = kind.id === null ? undefined : CALICO_SINCE[kind.id];
    if (since !== undefined)
      yield {
        ...valuePlace(resource, resource.body, 'kind'),
        confidence: 'proven',
        of: 'Calico',
        until: since,
        message: `${kind.name} exists since Calico ${since}.`,
      };
    if (apiVersion === `${kind.group}/${kind.versions[0]!}`) return;
    const right = writtenIn(kind);
    yield {
      ...valuePlace(resource, resource.body, 'apiVersion'),
      confidence: 'proven',
      message: `\`${apiVersion}\` has no ${kind.name}, so the API server refuses this ${kind.role === 'policy' ? 'policy' : 'object'}: it is a kind of \`${right}\`.`,
      fixes: [
        {
          title: `Change to \`${right}\``,
          safe: true,
          edits: () => setScalar(resource, resource.body, 'apiVersion', right),
        },
      ],
    };
  },
);

/** The first release with a kind, where supported ones before it may have been without. */
const CALICO_SINCE: Partial<Readonly<Record<KindId, string>>> = {
  'calico/Tier': '3.29',
  'calico/StagedNetworkPolicy': '3.30',
  'calico/StagedGlobalNetworkPolicy': '3.30',
  'calico/StagedKubernetesNetworkPolicy': '3.30',
};

/** The version in which a kind is written; the one in which Calico stores it is nobody's to write. */
const writtenIn = ({ dialect, group, versions }: Kind): string =>
  dialect === 'calico' ? `${CALICO_GROUP}/v3` : `${group}/${versions[0]!}`;
