import { translate } from '../i18n/translate.ts';
import { useTuner } from '../state/useTuner.ts';
import { ChartTurns } from './charts/turns.tsx';
import { Guarded } from './controls/Guarded.tsx';
import { GlossaryPanel } from './panels/Learn/GlossaryPanel.tsx';
import { IconArrayPanel } from './panels/Learn/IconArrayPanel.tsx';
import { MeaningLine } from './panels/Learn/MeaningLine.tsx';
import { QuizPanel } from './panels/Learn/QuizPanel.tsx';
import { ReadingPanel } from './panels/Learn/ReadingPanel.tsx';
import { TourPanel } from './panels/Learn/TourPanel.tsx';
import { RailCard } from './RailCard.tsx';
import './LearnScreen.css';
import './sheet.css';

/** What the numbers mean: on the rail, as a hundred cases, in questions, in words. */
export function LearnScreen() {
  const opened = useTuner((state) => state.opened);
  return (
    <ChartTurns>
      <div className="learn sheet">
        {opened !== null && (
          <>
            <MeaningLine />
            <RailCard />
            <div className="learnPair">
              <Guarded name={translate('icons.title')} subject={opened}>
                <IconArrayPanel />
              </Guarded>
              <div className="learnStack">
                <Guarded name={translate('quiz.title')} subject={opened}>
                  <QuizPanel />
                </Guarded>
                <Guarded name={translate('tour.title')} subject={opened}>
                  <TourPanel />
                </Guarded>
              </div>
            </div>
          </>
        )}
        <Guarded name={translate('glossary.title')} subject={opened}>
          <GlossaryPanel />
        </Guarded>
        <Guarded name={translate('reading.title')} subject={opened}>
          <ReadingPanel />
        </Guarded>
      </div>
    </ChartTurns>
  );
}
