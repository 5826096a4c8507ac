import type { CalicoPort } from '../model/calico.ts';
import { insertItem, setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { readPort } from './calicoPort.ts';
import { ignoredBy, type DirectedEntity } from './calicoWalk.ts';
import { portNameFault } from './grammar.ts';
import type { Refusal } from './rule.ts';
import { fieldIn, itemsIn, valuePlace } from './walk.ts';

/** What is wrong with the ports of one end of a rule. */
export function* calicoPortFaults(
  policy: Resource,
  { entity }: DirectedEntity,
): Generator<Refusal> {
  for (const key of ['ports', 'notPorts'] as const) {
    const list = fieldIn(policy, entity, key);
    for (const [index, port] of itemsIn(policy, list)) {
      const fault = faultOf(policy, list!, index, port);
      if (fault === null) continue;
      yield {
        ...valuePlace(policy, list!, index),
        confidence: 'proven',
        message: `${fault.what}, ${ignoredBy(policy)}.${fault.advice === undefined ? '' : ` ${fault.advice}`}`,
        fixes: fault.fixes ?? [],
      };
    }
  }
}

interface Fault {
  readonly what: string;
  readonly advice?: string;
  readonly fixes?: readonly Fix[];
}

const LIMITS = 'Ports go from 1 to 65535.';

function faultOf(
  policy: Resource,
  list: readonly CalicoPort[],
  index: number,
  port: CalicoPort,
): Fault | null {
  const read = readPort(port);
  const text = String(port);
  if (read.kind === 'numbers') {
    if (read.first > 0) return null;
    const from = `1:${read.last}`;
    return {
      what: read.last === 0 ? 'There is no port 0' : `The range \`${text}\` begins with port 0`,
      advice: LIMITS,
      ...(read.last > 0 && { fixes: [writing(policy, list, index, from, false)] }),
    };
  }
  if (read.kind === 'name') return nameFault(policy, list, index, read.name);
  switch (read.why) {
    case 'number':
      return { what: `There is no port \`${text}\``, advice: LIMITS };
    case 'backwards': {
      const turned = text.split(':').reverse().join(':');
      return {
        what: `The range \`${text}\` ends before it starts`,
        fixes: [writing(policy, list, index, turned, false)],
      };
    }
    case 'range':
      return {
        what: `\`${text}\` is no range of ports`,
        advice: 'A range is two numbers, such as `8000:8100`.',
      };
    case 'text':
      return textFault(policy, list, index, text);
  }
}

function nameFault(
  policy: Resource,
  list: readonly CalicoPort[],
  index: number,
  name: string,
): Fault | null {
  const fault = portNameFault(name);
  if (fault === null) return null;
  const range = /^(\d{1,5})(?:-|\.\.+)(\d{1,5})$/.exec(name);
  if (range !== null) {
    const [, first, last] = range;
    const colon = `${first!}:${last!}`;
    return {
      what: `\`${name}\` is read as the name of a port, and a name needs a letter`,
      advice: `Ranges are written with a colon: \`${colon}\`.`,
      fixes: readPort(colon).kind === 'numbers' ? [writing(policy, list, index, colon, true)] : [],
    };
  }
  const lower = name.toLowerCase();
  return {
    what: `\`${name}\` cannot be the name of a port`,
    advice: `A name ${fault}.`,
    // No container can call its port otherwise.
    fixes:
      portNameFault(lower) === null
        ? [
            {
              title: `Write \`${lower}\``,
              safe: true,
              edits: () => setScalar(policy, list, index, lower),
            },
          ]
        : [],
  };
}

/** A text that is neither a number, a range nor a name: several ports in one, most often. */
function textFault(
  policy: Resource,
  list: readonly CalicoPort[],
  index: number,
  text: string,
): Fault {
  if (text === '')
    return { what: 'The port is empty', advice: 'To mean every port, leave the list out.' };
  const parts = text.split(',').map((part) => part.trim());
  const ports = parts.map((part) => readPort(part));
  const [first, second] = parts;
  if (parts.length < 2 || !ports.every(({ kind }) => kind === 'numbers'))
    return { what: `\`${text}\` is no port` };
  return {
    what: `\`${text}\` is no port`,
    advice: 'Each port is an entry of its own.',
    fixes:
      parts.length === 2
        ? [
            {
              title: `Write ${first!} and ${second!} as two entries`,
              safe: true,
              edits: () => {
                const [insertion, last] = [
                  insertItem(policy, list, index, valueOf(first!)),
                  setScalar(policy, list, index, valueOf(second!)),
                ];
                return insertion.length === 0 || last.length === 0 ? [] : [...insertion, ...last];
              },
            },
          ]
        : [],
  };
}

const valueOf = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text);

const writing = (
  policy: Resource,
  list: readonly CalicoPort[],
  index: number,
  range: string,
  safe: boolean,
): Fix => ({
  title: `Write the range ${range}`,
  safe,
  edits: () => setScalar(policy, list, index, range, '"'),
});
