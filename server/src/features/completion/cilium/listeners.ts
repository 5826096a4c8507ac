import { CompletionItemKind } from 'vscode-languageserver-types';
import { textOf } from '../../../model/untyped.ts';
import { count } from '../../../policy/print.ts';
import { envoyConfigs, listenersIn } from '../../../workspace/envoyConfigs.ts';
import { stringText } from '../../../yaml/scalar.ts';
import type { Context } from '../../feature.ts';
import type { Choice } from '../choice.ts';
import { valueAt } from '../selectors.ts';
import type { Spot } from '../spot.ts';
import type { ItemPlace } from './place.ts';

/** The configurations of Envoy that a policy can name, or the listeners of the one that it names. */
export function listenerChoices(
  { item, inside, home }: ItemPlace,
  { body, quote }: Spot,
  { snapshot }: Context,
): Choice[] {
  const envoyConfig = [...item, 'toPorts', inside[0]!, 'listener', 'envoyConfig'];
  const [kind, name] = ['kind', 'name'].map((field) =>
    textOf(valueAt(body, [...envoyConfig, field])),
  );
  const configs = envoyConfigs(snapshot.companions, { kind: kind ?? null, home });
  const isConfig = inside.at(-2) === 'envoyConfig';
  if (isConfig)
    return configs.map((member) => {
      const label = textOf(member.resource.body.metadata?.name) ?? '';
      return {
        label,
        text: stringText(label, quote),
        kind: CompletionItemKind.Reference,
        detail: `${member.resource.kind.name} with ${count(listenersIn(member).length, 'listener')}`,
      };
    });
  return configs
    .filter((member) => name === null || textOf(member.resource.body.metadata?.name) === name)
    .flatMap(listenersIn)
    .map((label) => ({
      label,
      text: stringText(label, quote),
      kind: CompletionItemKind.Reference,
      detail: 'listener of Envoy',
    }));
}
