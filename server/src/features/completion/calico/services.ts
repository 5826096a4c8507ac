import { CompletionItemKind } from 'vscode-languageserver-types';
import { namespaceName, type NamespaceKey } from '../../../model/namespace.ts';
import { textOf } from '../../../model/untyped.ts';
import { namespaceText } from '../../../policy/print.ts';
import { stringText } from '../../../yaml/scalar.ts';
import type { Context } from '../../feature.ts';
import type { End } from './ends.ts';
import type { Choice } from '../choice.ts';
import { valueAt } from '../selectors.ts';
import type { Spot } from '../spot.ts';

/** The Services of the namespace that stands beside the name; where none does, of all, each bringing its own along. */
export function serviceChoices(
  { direction, index, side, home }: End,
  spot: Spot,
  { world }: Context,
): Choice[] {
  const beside = textOf(
    valueAt(spot.body, ['spec', direction, index, side, 'services', 'namespace']),
  );
  const brings = beside === null && !spot.present.includes('namespace');
  const keys = beside === null ? world.namespaces().map(({ key }) => key) : [beside];
  return keys.flatMap((key) =>
    world.inventory(key).services.map(({ name }) => ({
      label: name,
      text: stringText(name, spot.quote) + (brings ? namespaceBeside(key, spot) : ''),
      kind: CompletionItemKind.Reference,
      detail: `Service in ${namespaceText(key).replaceAll('`', '')}`,
      weight: key === home ? 1 : 0,
    })),
  );
}

/** The namespace of a Service as the key that has to stand beside its name; nothing in quotes that are still open. */
function namespaceBeside(key: NamespaceKey, { word, quote, flow, column }: Spot): string {
  const name = namespaceName(key);
  if (name === null || word.quote !== '') return '';
  const indent = ' '.repeat(Math.max(0, column - 'name: '.length));
  const before = flow ? ', ' : `\n${indent}`;
  return `${before}${stringText('namespace', quote)}: ${stringText(name, quote)}`;
}
