import { useRef } from 'react';
import { sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, type TextValues, translate } from '../../../i18n/translate.ts';
import type { Finding, Repair } from '../../../state/repairs.ts';
import { selectAppliedRepairs, selectHasFiles, selectHasLines, selectHasSplits } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Evidence, shownNumbers } from '../../evidence/Evidence.tsx';
import './FileCheckPanel.css';

/** The values of a finding as its sentence shows them; a split is named only where the file has splits. */
function shownValues(values: Finding['values'], hasSplits: boolean): TextValues {
  const ofSplit = hasSplits && values.split ? translate('fileCheck.ofSplit', { split: values.split }) : '';
  const role = values.role === undefined ? '' : translate(`summary.role.${values.role}` as TextKey);
  return { ...shownNumbers(values), ofSplit, role };
}

/** A repair's sentence: every value of it is a text of the file. */
const said = (key: TextKey, { kind: _, ...values }: Repair, more: TextValues = {}): string =>
  translate(key, { ...more, ...values });

interface ItemProps {
  /** Takes the focus from a button that goes away. */
  readonly onChanged: () => void;
}

function FindingItem({ finding, onChanged }: { readonly finding: Finding } & ItemProps) {
  const hasSplits = useTuner(selectHasSplits);
  const hasFiles = useTuner(selectHasFiles);
  const hasLines = useTuner(selectHasLines);
  const { applyRepair } = useActions();
  const values = shownValues(finding.values, hasSplits);
  const sentence = translate(`finding.${finding.code}` as TextKey, values);
  return (
    <li className="finding">
      <span className={`findingMark findingMark-${finding.severity}`} aria-hidden="true">
        {finding.severity === 'warning' ? '!' : 'i'}
      </span>
      <div>
        <span className="visuallyHidden">{translate(`fileCheck.${finding.severity}`)} </span>
        {sentence}
        {sentenceGap()}
        {finding.offers?.map((offer) => (
          <button
            key={JSON.stringify(offer)}
            type="button"
            className="linkButton findingAction"
            onClick={() => void applyRepair(offer).then(onChanged)}
          >
            {said(`repairOffer.${offer.kind}` as TextKey, offer, values)}
          </button>
        ))}
        {finding.evidence !== undefined && (
          <Evidence evidence={finding.evidence} of={sentence} hasFiles={hasFiles} hasLines={hasLines} />
        )}
      </div>
    </li>
  );
}

function AppliedItem({ repair, onChanged }: { readonly repair: Repair } & ItemProps) {
  const { undoRepair } = useActions();
  const sentence = said(`repairDone.${repair.kind}` as TextKey, repair);
  return (
    <li className="finding">
      <span className="findingMark findingMark-applied" aria-hidden="true">
        ✓
      </span>
      <div>
        <span className="visuallyHidden">{translate('fileCheck.applied')} </span>
        {sentence}
        {sentenceGap()}
        <button
          type="button"
          className="linkButton findingAction"
          aria-label={translate('fileCheck.undoNamed', { what: sentence })}
          onClick={() => void undoRepair(repair).then(onChanged)}
        >
          {translate('fileCheck.undo')}
        </button>
      </div>
    </li>
  );
}

/** What is odd about the file, in one sentence each, with repair and evidence one press away; and the repairs in force. */
export function FileCheckPanel({ isQuiet = false }: { readonly isQuiet?: boolean }) {
  const findings = useTuner((state) => state.opened?.prepared.findings);
  const applied = useTuner(selectAppliedRepairs);
  const title = useRef<HTMLHeadingElement>(null);
  if (findings === undefined || (isQuiet && findings.length + applied.length === 0)) return null;
  const onChanged = () => title.current?.focus();
  return (
    <section className="panel fileCheck" aria-labelledby="file-check-title">
      <h2 id="file-check-title" ref={title} tabIndex={-1}>
        {translate('fileCheck.title')}
      </h2>
      {findings.length === 0 && <p className="hint">{translate('fileCheck.clean')}</p>}
      {findings.length + applied.length > 0 && (
        <ul className="findings">
          {findings.map((finding) => (
            <FindingItem
              key={`${finding.code} ${JSON.stringify(finding.values)}`}
              finding={finding}
              onChanged={onChanged}
            />
          ))}
          {applied.map((repair) => (
            <AppliedItem key={JSON.stringify(repair)} repair={repair} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </section>
  );
}
