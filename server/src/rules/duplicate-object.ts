import type { NetworkPolicy } from '../model/networkPolicy.ts';
import { namespaceName } from '../model/namespace.ts';
import { sameObject, sameValue } from '../workspace/duplicates.ts';
import { worldRule } from './rule.ts';

/** Two different policies of one name. */
export default worldRule<NetworkPolicy>(
  {
    code: 'duplicate-object',
    title: 'Two different policies of one name',
    category: 'inert',
    severity: 'warning',
    docs: `Objects of one kind, namespace and name are the same object to a cluster: the one that is applied last replaces the
other. Equal copies do no harm and are not reported; nor are files in different folders, which are often overlays or
environments that never meet.`,
    since: '0.1.0',
    fixable: false,
  },
  ['NetworkPolicy'],
  function* (member, world) {
    const { resource, uri } = member;
    const members = world.policyMembers(member.namespace!);
    const others = sameObject(members).get(member) ?? [];
    const rival = others.find(
      (other) =>
        folderOf(other.uri) === folderOf(uri) && !sameValue(other.resource.body, resource.body),
    );
    if (rival === undefined) return;
    const { metadata } = resource.body;
    const namespace = namespaceName(member.namespace!);
    const name = namespace === null ? metadata.name! : `${namespace}/${metadata.name!}`;
    const place =
      rival.uri === uri ? 'this file' : `\`${rival.uri.slice(rival.uri.lastIndexOf('/') + 1)}\``;
    yield {
      span: resource.source.value(metadata, 'name'),
      confidence: 'supported',
      message: `\`${name}\` is also in ${place}, and differs: whichever is applied last replaces the other. Give them different names, or merge them.`,
      also: [
        {
          uri: rival.uri,
          chunk: rival.resource.chunk,
          span: rival.resource.source.value(rival.resource.body.metadata, 'name'),
          message: 'the other one',
        },
      ],
    };
  },
);

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));
