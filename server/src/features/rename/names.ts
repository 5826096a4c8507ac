import { dnsSubdomainFault } from '../../admission/grammar.ts';
import { groupLabel } from '../../policy/cilium/groups.ts';
import { code } from '../../policy/print.ts';
import { nameOf } from '../../workspace/uri.ts';
import type { Context, DocumentEdits, Refused } from '../feature.ts';
import { mentions } from '../labels/all.ts';
import { sameName } from '../names/all.ts';
import type { NameMention } from '../names/mention.ts';
import { editsOf } from './edits.ts';

/** Why the object of a name cannot be called otherwise, as a sentence; null where it can. */
export function fixedName({ of, word, member }: NameMention, context: Context): string | null {
  const missed = MISSED[of];
  if (missed !== undefined) return `${missed}, and a rename would not reach them.`;
  if (!context.world.complete)
    return `Not all files of this workspace are read, and they may speak of this ${of}.`;
  if (word.open) return 'A template fills this in, so its name is not known here.';
  const { chunk } = member.resource;
  if (chunk.text.slice(word.span.start, word.span.end) !== word.text)
    return `Here stands ${code(word.text)} by another spelling, as an alias is: rename it where it is written out.`;
  const label = groupLabel(word.text);
  const asked = mentions(context).find(({ key }) => key.text === label);
  return asked === undefined
    ? null
    : `${nameOf(asked.member.uri)} asks for the label ${code(label)}, which a rename would not reach.`;
}

/** Who else speaks of objects by their names, of the kinds for which that is not all read. */
const MISSED: Partial<Record<NameMention['of'], string>> = {
  ServiceAccount: 'Bindings of roles name service accounts, too',
  Service: 'Ingresses, routes and the names of DNS name Services, too',
  EnvoyConfig: 'Names of listeners may hold that of their configuration',
};

/** Calls an object otherwise wherever it is spoken of; refused where another has the new name, or nothing could. */
export function renamedObject(
  mention: NameMention,
  name: string,
  context: Context,
): readonly DocumentEdits[] | Refused {
  const refused = fixedName(mention, context);
  if (refused !== null) return { refused };
  const fault = dnsSubdomainFault(name);
  if (fault !== null)
    return { refused: `${name === '' ? 'The empty text' : code(name)} is no name: it ${fault}.` };
  const [other] = sameName(mention, context, name);
  if (other !== undefined)
    return {
      refused: `${nameOf(other.member.uri)} speaks of a ${mention.of} ${code(name)} already, and the two would no longer be told apart.`,
    };
  return editsOf(sameName(mention, context), name, []);
}
