import { CompletionItemKind } from 'vscode-languageserver-types';
import { nameOf } from '../../workspace/uri.ts';
import { stringText } from '../../yaml/scalar.ts';
import type { Context } from '../feature.ts';
import type { Choice } from './choice.ts';
import type { Source } from './source.ts';
import type { Spot } from './spot.ts';

/** The namespaces of the workspace, where the policy's own is named. */
export const namespaces: Source = (spot, context) =>
  spot.on === 'value' && spot.path.join('.') === 'metadata.namespace'
    ? namespaceChoices(spot, context)
    : [];

/** The namespaces of the workspace by name. */
export const namespaceChoices = ({ quote }: Spot, { world }: Context): Choice[] =>
  world.namespaces().flatMap(({ name, place }) =>
    name === null
      ? []
      : [
          {
            label: name,
            text: stringText(name, quote),
            kind: CompletionItemKind.Module,
            detail: place === null ? 'namespace in use' : `declared in ${nameOf(place.uri)}`,
          },
        ],
  );
