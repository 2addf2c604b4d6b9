import { translate } from '../../i18n/translate.ts';
import { selectHasSplits } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';

/** What a split is called in a sentence: its name, or "all rows" where the file has no splits. */
export function useSplitName(): (split: string) => string {
  const hasSplits = useTuner(selectHasSplits);
  return (split) => (hasSplits ? split : translate('chart.allRows'));
}
