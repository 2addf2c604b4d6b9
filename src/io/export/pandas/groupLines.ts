import { groupConditions } from '../../../core/cases/groupConditions.ts';
import type { GroupThresholds } from '../../../core/slices/groupThresholds.ts';
import { cellTest } from './cellTest.ts';
import type { PandasReading } from './pandasReading.ts';
import { pythonNumber } from './pythonLiteral.ts';

/** The lines that make `thresholds`, one a row, out of `threshold` and the groups' own. */
export function groupLines(
  groups: GroupThresholds | undefined,
  { textColumns }: Pick<PandasReading, 'textColumns'>,
): string {
  if (groups === undefined) return '';
  const lines = groups.thresholds.map(({ values, threshold }) => {
    const tests = groupConditions(groups.grouping, values).map((each) => cellTest(each, textColumns));
    return `thresholds[(${tests.join(' & ')}).to_numpy()] = ${pythonNumber(threshold)}\n`;
  });
  return `thresholds = np.full(len(df), threshold)  # a row of none of these groups keeps the one threshold\n${lines.join('')}`;
}
