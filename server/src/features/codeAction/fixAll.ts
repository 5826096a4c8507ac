import { findingsOf } from '../../rules/run.ts';
import { safeRepairs } from '../../rules/repairs.ts';
import type { Producer } from './producer.ts';

/** The kind of the action that makes every safe fix of a file; editors can ask for it when they save. */
export const FIX_ALL = 'source.fixAll.netpol';

/** All safe fixes of the file at once. */
export const fixAll: Producer = {
  kind: FIX_ALL,
  actions({ snapshot, file }) {
    const repairs = safeRepairs(findingsOf(snapshot, file.uri));
    return [
      {
        title: 'Fix everything that is safe to fix',
        kind: FIX_ALL,
        preferred: false,
        repairs: null,
        edits: () => repairs,
      },
    ];
  },
};
