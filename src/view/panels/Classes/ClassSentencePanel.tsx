import { formatCount, formatPercent } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { commonestMistake, selectClassOutcome, selectTask } from '../../../state/classSelectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { Sentence } from '../../controls/Sentence.tsx';
import './classes.css';

/** What the decision comes to, in words: all a manager needs. */
export function ClassSentencePanel() {
  const task = useTuner(selectTask);
  const outcome = useTuner(selectClassOutcome);
  const hasSplits = useTuner((state) => (state.opened?.prepared.interpretation.split ?? null) !== null);
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  if (task === null || outcome === null) return null;
  const { agreement, matrix, confusions, split } = outcome;
  const { rows, right, undecided, accuracy } = agreement;
  const mistake = commonestMistake(matrix);
  const named = (place: number) => <strong>{task.classes[place].label}</strong>;
  return (
    <section className="panel classSentence classesWide" aria-label={translate('classes.sentence.section')}>
      <p className="sentence">
        <Sentence
          textKey={hasSplits ? 'classes.sentence.rightOnSplit' : 'classes.sentence.right'}
          holes={{
            split: <strong>{split}</strong>,
            right: <strong>{formatCount(right)}</strong>,
            rows: formatCount(rows),
            accuracy: formatPercent(accuracy),
          }}
          counts={{ rows }}
        />
        {sentenceGap()}
        {undecided > 0 && (
          <>
            <Sentence
              textKey="classes.sentence.undecided"
              holes={{
                undecided: <strong>{formatCount(undecided)}</strong>,
                share: formatPercent(undecided / rows),
                decidedRight: <strong>{formatPercent(right / (rows - undecided))}</strong>,
              }}
              counts={{ undecided }}
            />
            {sentenceGap()}
          </>
        )}
        {mistake === null ? (
          translate('classes.sentence.noMistake')
        ) : (
          <Sentence
            textKey="classes.sentence.mistake"
            holes={{
              count: <strong>{formatCount(mistake.count)}</strong>,
              support: formatCount(confusions[mistake.actual].tp + confusions[mistake.actual].fn),
              actual: named(mistake.actual),
              predicted: named(mistake.predicted),
            }}
            counts={{ count: mistake.count }}
          />
        )}
      </p>
      {hasWeights && <p className="hint">{translate('classes.sentence.weighted')}</p>}
    </section>
  );
}
