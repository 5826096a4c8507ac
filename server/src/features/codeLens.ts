import { membersOf } from '../workspace/member.ts';
import { keyOf } from './codeLens/key.ts';
import { titleOf } from './codeLens/title.ts';
import { feature, type Lens } from './feature.ts';

/** Above each object in which something was changed since the last commit, how many connections that changes. */
export const codeLens = feature({
  method: 'textDocument/codeLens',
  capability: { codeLensProvider: { resolveProvider: false } },
  run({ file, snapshot, comparison }) {
    if (comparison.size === 0) return [];
    const membersIn = membersOf(file.context, snapshot.reading);
    return file.chunks.flatMap(({ chunk }) =>
      membersIn(chunk).flatMap((member): Lens[] => {
        const object = keyOf(member);
        const diff = comparison.get(object);
        if (diff === undefined) return [];
        const { source, body } = member.resource;
        const { start } = source.of(body);
        return [{ chunk, span: { start, end: start }, title: titleOf(diff), object }];
      }),
    );
  },
});
