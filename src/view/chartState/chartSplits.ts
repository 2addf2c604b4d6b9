import { useMemo } from 'react';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { translate } from '../../i18n/translate.ts';
import { selectEvaluation, selectEvaluations } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';

/** More splits than this cannot be told apart in one chart. */
export const MOST_OTHERS = 4;

/** The split in view and those drawn with it. */
export interface ChartSplits {
  readonly main: Evaluation;
  readonly others: readonly Evaluation[];
  /** All splits, the one in view first. */
  readonly all: readonly Evaluation[];
}

/** Null while nothing is open. Keeps its identity until the data or the split in view changes. */
export function useChartSplits(): ChartSplits | null {
  const main = useTuner(selectEvaluation);
  const evaluations = useTuner(selectEvaluations);
  return useMemo(() => {
    if (main === null) return null;
    const rest = evaluations.filter((evaluation) => evaluation !== main);
    return { main, others: rest.slice(0, MOST_OTHERS), all: [main, ...rest] };
  }, [main, evaluations]);
}

/** What a split is called in a sentence. */
export function splitName({ main, all }: ChartSplits): string {
  return all.length === 1 ? translate('chart.allRows') : main.split;
}

/** What a column of a table is called: with its split where there are several. */
export function columnOn(name: string, split: string, { all }: ChartSplits): string {
  return all.length === 1 ? name : translate('chart.columnOn', { name, split });
}

/** The notes that every chart of curves shares. */
export function leftOutNote({ all, others }: ChartSplits): readonly string[] {
  return all.length - 1 > others.length ? [translate('chart.someSplitsLeftOut', { count: others.length })] : [];
}
