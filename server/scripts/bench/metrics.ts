/** One measured figure. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'KB' | 'times' | 'count';
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The middle one of some values. */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** The least of the values that is not below `percent` per cent of them. */
export const percentile = (values: readonly number[], percent: number): number =>
  sorted(values)[Math.max(0, Math.ceil((values.length * percent) / 100) - 1)] ?? NaN;

/** A figure as it is printed: three digits at least. */
export const valueText = ({ value, unit }: Metric): string =>
  `${value >= 100 ? Math.round(value) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${unit}`;
