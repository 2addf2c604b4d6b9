import { useMemo } from 'react';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { translate } from '../../i18n/translate.ts';
import { selectEvaluation, selectEvaluations, selectModels, selectRivals } from '../../state/selectors.ts';
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

/**
 * The same for curves that can be drawn for several models: with other models beside it, the one in view goes by its model's name, and
 * they take the place of the other splits.
 */
export function useCurveSplits(): ChartSplits | null {
  const splits = useChartSplits();
  const rivals = useTuner(selectRivals);
  const model = useTuner((state) => selectModels(state)?.chosen ?? '');
  return useMemo(() => {
    if (splits === null || rivals.length === 0) return splits;
    const main = { ...splits.main, split: model };
    const others = rivals.flatMap(({ name, evaluations }) => {
      const same = evaluations.find(({ split }) => split === splits.main.split);
      return same === undefined ? [] : [{ ...same, split: name }];
    });
    return { main, others, all: [main, ...others] };
  }, [splits, rivals, model]);
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
