import { pooled } from '../../../core/metrics/averaging.ts';
import { precision, recall } from '../../../core/metrics/threshold.ts';
import { formatCount, formatPercent } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectLabelOutcome } from '../../../state/labelSelectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { Sentence } from '../../controls/Sentence.tsx';
import './classes.css';

/** What the thresholds come to, in words: all a manager needs. */
export function LabelSentencePanel() {
  const outcome = useTuner(selectLabelOutcome);
  const hasSplits = useTuner((state) => (state.opened?.prepared.interpretation.split ?? null) !== null);
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  if (outcome === null) return null;
  const { cases, split } = outcome;
  const all = pooled(outcome.confusions);
  const given = all.tp + all.fp;
  return (
    <section className="panel classSentence classesWide" aria-label={translate('classes.sentence.section')}>
      <p className="sentence">
        <Sentence
          textKey={hasSplits ? 'labels.sentence.exactOnSplit' : 'labels.sentence.exact'}
          holes={{
            split: <strong>{split}</strong>,
            exact: <strong>{formatCount(cases.exact)}</strong>,
            rows: formatCount(cases.rows),
            share: formatPercent(cases.exact / cases.rows),
          }}
          counts={{ rows: cases.rows, exact: cases.exact }}
        />
        {sentenceGap()}
        <Sentence
          textKey="labels.sentence.found"
          holes={{
            truths: formatCount(all.tp + all.fn),
            found: <strong>{formatPercent(recall.of(all, Number.NaN))}</strong>,
          }}
          counts={{ truths: all.tp + all.fn }}
        />
        {sentenceGap()}
        {given === 0 ? (
          translate('labels.sentence.noneGiven')
        ) : (
          <Sentence
            textKey="labels.sentence.given"
            holes={{
              given: formatCount(given),
              right: <strong>{formatPercent(precision.of(all, Number.NaN))}</strong>,
            }}
            counts={{ given }}
          />
        )}
      </p>
      {cases.incomplete > 0 && (
        <p className="hint">{translate('labels.sentence.incomplete', { count: cases.incomplete })}</p>
      )}
      {hasWeights && <p className="hint">{translate('classes.sentence.weighted')}</p>}
    </section>
  );
}
