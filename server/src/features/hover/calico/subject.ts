import type { CalicoScene } from '../scene.ts';

/** A selector of a policy's subject. */
type Field = 'selector' | 'namespaceSelector' | 'serviceAccountSelector';

/** What a selector of a policy's subject looks at, in a sentence. */
export function subjectFieldLines(field: Field, { member }: CalicoScene): readonly string[] {
  return [member.namespace === null && field === 'selector' ? OF_HOSTS : LOOKS_AT[field]];
}

const LOOKS_AT: Readonly<Record<Field, string>> = {
  selector: 'By the labels of the pods; without it all pods of the namespace are selected.',
  namespaceSelector:
    'By the labels of the namespaces of pods, **and** what `selector` says. Hosts live in no namespace, so what asks for a label leaves them out.',
  serviceAccountSelector:
    'By the labels of the service accounts that pods run as, **and** what the other selectors say.',
};

const OF_HOSTS =
  'By the labels of pods and of host endpoints; without it all of both are selected, in every namespace.';
