import { formatNumber } from '../../../i18n/format.ts';
import { type TextKey, type TextValues, translate } from '../../../i18n/translate.ts';
import { selectInterpretation } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import './FileCheckPanel.css';

/** Counts are written as counts, other numbers with four digits; a split is named only where the file has splits. */
function shownValues(values: Readonly<Record<string, string | number>>, hasSplits: boolean): TextValues {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' && !Number.isInteger(value) ? formatNumber(value) : value,
  ]);
  const ofSplit = hasSplits && values.split ? translate('fileCheck.ofSplit', { split: values.split }) : '';
  return { ...Object.fromEntries(shown), ofSplit };
}

/** What is odd about the file, in one sentence each, with the other reading one press away. */
export function FileCheckPanel({ isQuiet = false }: { readonly isQuiet?: boolean }) {
  const findings = useTuner((state) => state.opened?.prepared.findings);
  const hasSplits = useTuner((state) => selectInterpretation(state)?.split != null);
  const { takeOffer } = useActions();
  if (findings === undefined || (isQuiet && findings.length === 0)) return null;
  return (
    <section className="panel fileCheck" aria-labelledby="file-check-title">
      <h2 id="file-check-title">{translate('fileCheck.title')}</h2>
      {findings.length === 0 ? (
        <p className="hint">{translate('fileCheck.clean')}</p>
      ) : (
        <ul className="findings">
          {findings.map((finding) => (
            <li key={`${finding.code} ${JSON.stringify(finding.values)}`} className="finding">
              <span className={`findingMark findingMark-${finding.severity}`} aria-hidden="true">
                {finding.severity === 'warning' ? '!' : 'i'}
              </span>
              <span>
                <span className="visuallyHidden">{translate(`fileCheck.${finding.severity}`)} </span>
                {translate(`finding.${finding.code}` as TextKey, shownValues(finding.values, hasSplits))}{' '}
                {finding.offer !== undefined && (
                  <button
                    type="button"
                    className="linkButton"
                    onClick={() => finding.offer && takeOffer(finding.offer)}
                  >
                    {translate(`findingOffer.${finding.offer.code}` as TextKey, { label: finding.offer.label })}
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
