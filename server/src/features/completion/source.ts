import type { Context } from '../feature.ts';
import type { Choice } from './choice.ts';
import type { Spot } from './spot.ts';

/** One way to find what can be written at a place. */
export type Source = (spot: Spot, context: Context) => readonly Choice[];
