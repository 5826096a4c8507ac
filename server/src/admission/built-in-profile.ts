import { refusedBy } from './calicoWalk.ts';
import { admissionRule } from './rule.ts';
import { fieldIn, valuePlace } from './walk.ts';

/** The profile that every cluster has, and lets everything through. */
const BUILT_IN = 'projectcalico-default-allow';

/** A profile of Calico's own. */
export default admissionRule(
  {
    code: 'built-in-profile',
    title: 'A profile that Calico has itself',
    category: 'refused',
    severity: 'error',
    docs: `Profile \`${BUILT_IN}\` is there in every cluster and allows everything; Calico refuses to create, change or delete
it (libcalico-go, clientv3). Host endpoints may name it in \`profiles\`.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/Profile'],
  function* (profile) {
    const metadata = fieldIn(profile, profile.body, 'metadata');
    if (metadata === undefined || fieldIn(profile, metadata, 'name') !== BUILT_IN) return;
    yield {
      ...valuePlace(profile, metadata, 'name'),
      confidence: 'proven',
      message: `\`${BUILT_IN}\` is there in every cluster and cannot be changed, ${refusedBy(profile)}. Give yours another name.`,
    };
  },
);
