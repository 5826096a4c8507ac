/** A half-open range of UTF-16 offsets, counted from the start of one YAML document (never of a file). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` up to, not including, `end`. */
export const span = (start: number, end: number): Span => ({ start, end });

/** Whether `offset` lies in `outer`; its end counts, as a cursor there still touches the text. */
export const touches = (outer: Span, offset: number): boolean =>
  outer.start <= offset && offset <= outer.end;

/** Whether the two spans share at least one position; touching ends count. */
export const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
