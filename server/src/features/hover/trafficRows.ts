import type { Block } from '../../policy/cidr.ts';
import { isEmpty, type Conns } from '../../policy/conns.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';

/** Ends of one kind that have the same connections. */
export interface Row {
  readonly pods: readonly PodEndpoint[];
  readonly blocks: readonly Block[];
  /** As `formatConns` gives it. */
  readonly conn: string;
  /** The subjects that it holds for; null where for all of them. */
  readonly only: readonly PodEndpoint[] | null;
  /** What would have to be known, as clauses; empty where it is certain. */
  readonly why: readonly string[];
}

/** The other ends of a row. */
export type Ends = Pick<Row, 'pods' | 'blocks'>;

/** Gathers rows: ends with the same connections, the same subjects and the same doubt are one. */
export function rowsIn(
  subjects: readonly PodEndpoint[],
  text: (conns: Conns) => string,
): {
  readonly add: (
    of: Ends,
    conns: Conns,
    group: readonly PodEndpoint[],
    why: readonly string[],
  ) => void;
  readonly list: () => Row[];
} {
  interface Cell {
    readonly of: Ends;
    readonly conn: string;
    readonly why: readonly string[];
    readonly subjects: PodEndpoint[];
  }
  const cells = new Map<string, Cell>();
  const numbers = new Map<object, number>();
  const numberOf = (object: object): number => {
    const number = numbers.get(object) ?? numbers.size;
    numbers.set(object, number);
    return number;
  };
  return {
    add(of, conns, group, why) {
      if (isEmpty(conns)) return;
      const conn = text(conns);
      const key = JSON.stringify([numberOf(of), conn, why]);
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { of, conn, why, subjects: [...group] });
      else cell.subjects.push(...group);
    },
    list() {
      const rows = new Map<string, Row & { pods: PodEndpoint[]; blocks: Block[] }>();
      for (const { of, conn, why, subjects: held } of cells.values()) {
        const only = held.length === subjects.length ? null : held;
        const key = JSON.stringify([of.pods.length > 0, conn, why, only?.map(numberOf)]);
        const row = rows.get(key);
        if (row === undefined)
          rows.set(key, { pods: [...of.pods], blocks: [...of.blocks], conn, why, only });
        else {
          row.pods.push(...of.pods);
          row.blocks.push(...of.blocks);
        }
      }
      return [...rows.values()];
    },
  };
}
