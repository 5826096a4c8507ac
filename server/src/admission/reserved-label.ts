import { removeKey } from '../model/edit.ts';
import { admissionRule } from './rule.ts';
import { refusedBy } from './calicoWalk.ts';
import { entriesIn, fieldIn } from './walk.ts';
import { fieldText } from '../model/fieldText.ts';

/** The label by which Calico itself tells the namespace of what is selected. */
const RESERVED = 'projectcalico.org/namespace';

/** A label of a network set that Calico keeps for itself. */
export default admissionRule(
  {
    code: 'reserved-label',
    title: 'A label that Calico keeps for itself',
    category: 'refused',
    severity: 'error',
    docs: `Calico gives each network set the label \`projectcalico.org/namespace\` with the namespace it lives in, and refuses a
set that brings its own.`,
    since: '0.1.0',
    fixable: true,
  },
  ['calico/NetworkSet', 'calico/GlobalNetworkSet'],
  function* (set) {
    const metadata = fieldIn(set, set.body, 'metadata');
    const labels = metadata && fieldIn(set, metadata, 'labels');
    if (labels === undefined) return;
    for (const [key] of entriesIn(set, labels)) {
      if (key !== RESERVED) continue;
      yield {
        span: set.source.key(labels, key),
        field: fieldText([...set.source.path(labels), key]),
        confidence: 'proven',
        message: `Calico sets the label \`${key}\` itself, ${refusedBy(set)}. Remove it.`,
        fixes: [
          { title: 'Remove the label', safe: false, edits: () => removeKey(set, labels, key) },
        ],
      };
    }
  },
);
