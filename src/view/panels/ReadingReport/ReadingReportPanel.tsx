import { formatBytes } from '../../../i18n/format.ts';
import { bracketed, joinedList, sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { selectHasLines } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { Evidence } from '../../evidence/Evidence.tsx';
import './ReadingReportPanel.css';

const DELIMITERS: Readonly<Record<string, TextKey>> = {
  ',': 'report.comma',
  ';': 'report.semicolon',
  '\t': 'report.tab',
  '|': 'report.pipe',
  ' ': 'report.blanks',
};

const PLACES_SHOWN = 5;

/** How places are named: lines of a text, or numbers of rows where a file has no lines. */
function placesKey(hasLines: boolean, areFirst: boolean): TextKey {
  if (hasLines) return areFirst ? 'report.firstLines' : 'report.lines';
  return areFirst ? 'report.firstRows' : 'report.rows';
}

/** What was read, what was kept, and every row that was not, under its reason with the first line numbers. */
export function ReadingReportPanel() {
  const opened = useTuner((state) => state.opened);
  const hasLines = useTuner(selectHasLines);
  if (opened === null) return null;
  const { accounting, evaluations, skipEvidence } = opened.prepared;
  const { files } = opened.dataset.summary;
  const skipped = accounting.read - accounting.kept;
  return (
    <section className="panel report" aria-labelledby="report-title">
      <h2 id="report-title">{translate('report.title')}</h2>
      <p>
        {translate('report.account', { read: accounting.read, kept: accounting.kept, skipped })}
        {accounting.blankLines > 0 && sentenceGap() + translate('report.blank', { count: accounting.blankLines })}
      </p>
      {accounting.skipped.length > 0 && (
        <ul className="reportSkips">
          {accounting.skipped.map(({ reason, count, places }) => {
            const evidence = skipEvidence.find((each) => each.reason === reason)?.evidence;
            return (
              <li key={reason}>
                <strong>{translate('report.skipped', { count })}</strong> {translate(`skip.${reason}` as TextKey)}
                <span className="hint">
                  {' '}
                  {translate(placesKey(hasLines, places.length < count), {
                    lines: joinedList(
                      places.slice(0, PLACES_SHOWN).map(({ file, line, cell }) => {
                        const where = files.length > 1 ? `${file}:${line}` : String(line);
                        return cell === undefined || cell === ''
                          ? where
                          : `${where}${bracketed(`“${cell.slice(0, 40)}”`)}`;
                      }),
                    ),
                  })}
                </span>{' '}
                {evidence !== undefined && (
                  <Evidence
                    evidence={evidence}
                    of={translate(`skip.${reason}` as TextKey)}
                    hasFiles={files.length > 1}
                    hasLines={hasLines}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <ul className="reportFiles hint">
        {files.map((file, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none changes its place
          <li key={at}>
            {translate(file.format === 'text' ? 'report.file' : 'report.fileOf', {
              name: file.name,
              size: formatBytes(file.bytes),
              rows: file.rows,
              format: file.format === 'json' ? 'JSON' : 'Parquet',
              delimiter: Object.hasOwn(DELIMITERS, file.delimiter)
                ? translate(DELIMITERS[file.delimiter])
                : `“${file.delimiter}”`,
              header: translate(file.hasHeader ? 'report.header' : 'report.noHeader'),
              encoding: file.encoding.toUpperCase(),
            })}
          </li>
        ))}
        {evaluations.map((evaluation) => (
          <li key={`split ${evaluation.split}`}>
            {translate('report.split', {
              split: evaluation.split,
              rows: evaluation.rows,
              positives: evaluation.positives,
              negatives: evaluation.negatives,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
