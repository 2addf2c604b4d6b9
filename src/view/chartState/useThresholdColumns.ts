import { selectDecidingGroups } from '../../state/fairnessSelectors.ts';
import { useTuner } from '../../state/useTuner.ts';

/** The columns by whose groups rows are decided, in words; null where one threshold decides about all. */
export function useThresholdColumns(): string | null {
  return useTuner((state) => {
    const columns = selectDecidingGroups(state)?.grouping.by.map(({ column }) => column);
    return columns?.join(' × ') ?? null;
  });
}
