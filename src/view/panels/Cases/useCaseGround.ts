import { useMemo } from 'react';
import { selectInterpretation, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { useThresholdColumns } from '../../chartState/useThresholdColumns.ts';
import type { ConditionGround } from './conditionWords.ts';

/** What the words of conditions depend on at present; null where nothing is open. */
export function useCaseGround(): ConditionGround | null {
  const interpretation = useTuner(selectInterpretation);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const columns = useThresholdColumns();
  return useMemo(
    () => (interpretation === null ? null : { interpretation, threshold, rule, columns }),
    [interpretation, threshold, rule, columns],
  );
}
