import { CompletionItemKind } from 'vscode-languageserver-types';
import { nameOf } from '../../workspace/uri.ts';
import { stringText } from '../../yaml/scalar.ts';
import type { Source } from './source.ts';

/** The namespaces of the workspace, where the policy's own is named. */
export const namespaces: Source = ({ path, on, quote }, { world }) =>
  on === 'value' && path.join('.') === 'metadata.namespace'
    ? world.namespaces().flatMap(({ name, place }) =>
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
      )
    : [];
