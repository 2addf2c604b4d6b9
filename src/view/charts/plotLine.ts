import type { Path } from './series.ts';

/** Lines are told apart by dash, weight and label; the tone only says how loud they are. */
export type Tone = 'main' | 'other' | 'reference' | 'positive' | 'negative';
export type Dash = 'solid' | 'dashed' | 'dotted' | 'dashDot' | 'longDash';

export interface PlotLine {
  readonly id: string;
  readonly path: Path;
  readonly tone: Tone;
  readonly dash: Dash;
  /**
   * Written beside the line, best at the share `prefer` of its length; null: where it is alone. `along` is the part of the line
   * where the name may stand, if not all of it.
   */
  readonly label?: { readonly text: string; readonly prefer: number | null; readonly along?: Path };
}

export interface PlotArea {
  readonly id: string;
  readonly path: Path;
  readonly base: number;
  readonly tone: 'positive' | 'negative' | 'count';
}

/** A word at a height in data units: right of the plot, or below that height at its left edge. */
export interface LevelLabel {
  readonly id: string;
  readonly text: string;
  readonly y: number;
}

/** Pixels between the plot's left edge and a word inside it. */
export const INSET = 2;

/** Pixels from the plot's upper edge to the name of its upright axis. */
export const AXIS_NAME_RISE = 12;
