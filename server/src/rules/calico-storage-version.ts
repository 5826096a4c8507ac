import { setScalar } from '../model/edit.ts';
import {
  CALICO_GROUP,
  CALICO_KINDS,
  CALICO_POLICIES,
  CALICO_STORAGE_GROUP,
  isOf,
} from '../model/kinds.ts';
import { isDump } from '../model/read.ts';
import { count } from '../policy/print.ts';
import type { Member } from '../workspace/member.ts';
import { worldRule } from './rule.ts';

const WRITTEN = `${CALICO_GROUP}/v3`;
const STORED = `${CALICO_STORAGE_GROUP}/v1`;

/** Objects of Calico in the version in which it stores them. */
export default worldRule(
  {
    code: 'calico-storage-version',
    title: 'A kind of Calico in the version that it is stored in',
    category: 'clarity',
    severity: 'warning',
    docs: `\`${STORED}\` is where Calico keeps its objects in a cluster. What is written there passes none of its checks: a
policy that Felix cannot read is ignored without a word, deny rules included, and nothing fills in \`types\`, without which
Felix takes a policy for both directions. \`${WRITTEN}\` takes the same fields; apply it through Calico's API server, as a
custom resource where Calico 3.32 or later is installed with those, or with calicoctl. Told once for each file, and neither
of objects that were dumped from a cluster nor in the manifests that install Calico.`,
    since: '0.1.0',
    fixable: true,
  },
  CALICO_KINDS,
  function* (member, world) {
    const { resource, uri } = member;
    if (!isStored(member)) return;
    const all = world.checkedIn(uri).filter(isStored);
    if (all[0]?.resource !== resource || world.installsCalico(uri)) return;
    const others = all.length - 1;
    const types =
      isOf(resource, CALICO_POLICIES) && resource.body.spec.types === undefined
        ? ' Without `types` Felix takes it for both directions, which `v3` does not.'
        : '';
    yield {
      span: resource.source.value(resource.body, 'apiVersion'),
      confidence: 'proven',
      message: `\`${STORED}\` is where Calico stores its objects: nothing checks what is written there, and what Felix cannot read it ignores without a word.${types} Write \`${WRITTEN}\`${others > 0 ? `, here and in ${count(others, 'other object')} of this file` : ''}.`,
      fixes: [
        {
          title: `Change to \`${WRITTEN}\``,
          safe: false,
          edits: () => setScalar(resource, resource.body, 'apiVersion', WRITTEN),
        },
      ],
    };
  },
);

/** Whether somebody wrote the object, and means it as it stands. */
const isStored = ({ resource }: Member): boolean =>
  resource.body.apiVersion === STORED &&
  resource.kind.dialect === 'calico' &&
  resource.sound &&
  resource.opaque === null &&
  !isDump(resource);
