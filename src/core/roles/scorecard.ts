import type { ColumnProfile } from '../dataset/profile.ts';
import { columnWords } from './columnWords.ts';

/** Names under which points are kept that are the higher the safer a case is. */
const SCORECARD_NAME =
  /(?:^|_)(?:credit_?score|fico|beacon|vantage_?score|score_?card|bureau_?score|behaviou?ral_score|behaviou?r_score|points|safety_score|health_score)(?:_|$)/;

/** Whether a column is named, or built, like the points of a scorecard: whole numbers between 200 and 1000. */
export function hasScorecardName({ name, low, high, isInteger }: ColumnProfile): boolean {
  const words = columnWords(name);
  if (SCORECARD_NAME.test(words)) return high > 1;
  return /(?:^|_)score$/.test(words) && isInteger && low >= 200 && high <= 1000 && high - low >= 50;
}
