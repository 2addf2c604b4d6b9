import { type RefObject, useEffect, useRef } from 'react';
import { QUIZ_LENGTH, type QuizQuestion } from '../../../core/learn/quiz.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectQuiz, selectQuizScore } from '../../../state/quiz.ts';
import { selectHasSplits } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { answerText, explanationText, questionText } from './quizWords.ts';
import './QuizPanel.css';

interface Step {
  /** Takes a step, after which the focus goes to what has come in the place of what was pressed. */
  readonly move: (step: () => void) => void;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** About which rows and which decision the questions are, wherever the threshold stands by now. */
function Subject() {
  const subject = useTuner((state) => state.quizSubject);
  const hasSplits = useTuner(selectHasSplits);
  if (subject === null) return null;
  const values = { rule: subject.rule === '>=' ? '≥' : '>', threshold: formatThreshold(subject.threshold) };
  return (
    <span className="hint">
      {hasSplits
        ? translate('quiz.subject', { ...values, split: subject.evaluation.split })
        : translate('quiz.subjectAll', values)}
    </span>
  );
}

function Answers({ question, chosen }: { readonly question: QuizQuestion; readonly chosen: number | undefined }) {
  const { answerQuiz } = useActions();
  const isAnswered = chosen !== undefined;
  return (
    <ol className="quizAnswers" aria-label={translate('quiz.answers')}>
      {question.answers.map((answer, place) => {
        const isRight = isAnswered && place === question.right;
        const isWrong = place === chosen && place !== question.right;
        return (
          <li key={answerText(answer)}>
            <button
              type="button"
              className={`button quizAnswer ${isRight ? 'quizRight' : isWrong ? 'quizWrong' : ''}`}
              aria-disabled={isAnswered}
              aria-pressed={isAnswered ? place === chosen : undefined}
              onClick={() => answerQuiz(place)}
            >
              <span>{answerText(answer)}</span>
              {isRight && <span className="better quizSign">✓ {translate('quiz.isRight')}</span>}
              {isWrong && <span className="worse quizSign">✗ {translate('quiz.isChosen')}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

interface QuestionProps extends Step {
  readonly questions: readonly QuizQuestion[];
  readonly place: number;
}

function Question({ questions, place, move, heading }: QuestionProps) {
  const question = questions[place];
  const chosen: number | undefined = useTuner((state) => state.quizAnswers[place]);
  const unit = useTuner((state) => state.decision.prices.unit);
  const { goOnWithQuiz } = useActions();
  return (
    <>
      <p className="hint">{translate('quiz.count', { place: place + 1, count: questions.length })}</p>
      <h3 ref={heading} tabIndex={-1} className="quizAsks">
        {questionText(question, unit)}
      </h3>
      <Answers question={question} chosen={chosen} />
      <div role="status" className="quizWhy">
        {chosen !== undefined && (
          <>
            <p>
              {chosen === question.right
                ? translate('quiz.right')
                : translate('quiz.wrong', { answer: answerText(question.answers[question.right]) })}
            </p>
            <p>{explanationText(question, unit)}</p>
          </>
        )}
      </div>
      {chosen !== undefined && (
        <button type="button" className="button buttonStrong" onClick={() => move(goOnWithQuiz)}>
          {translate(place + 1 === questions.length ? 'quiz.finish' : 'quiz.next')}
        </button>
      )}
    </>
  );
}

function Score({ count, move, heading }: Step & { readonly count: number }) {
  const score = useTuner(selectQuizScore);
  const { renewQuiz } = useActions();
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="quizAsks">
        {translate('quiz.score', { score, count })}
      </h3>
      <p>{translate(score === count ? 'quiz.scoreAll' : 'quiz.scoreSome')}</p>
      {count < QUIZ_LENGTH && <p className="hint">{translate('quiz.fewer', { count })}</p>}
      <button type="button" className="button buttonStrong" onClick={() => move(renewQuiz)}>
        {translate('quiz.again')}
      </button>
    </>
  );
}

/** Questions about the user's own file, one after another, each answer explained. */
export function QuizPanel() {
  const questions = useTuner(selectQuiz);
  const place = useTuner((state) => state.quizPlace);
  const isOver = useTuner((state) => state.quizSubject !== null && selectQuiz(state) === null);
  const { beginQuiz } = useActions();
  const heading = useRef<HTMLHeadingElement>(null);
  const isMoving = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in view changes with these two
  useEffect(() => {
    if (isMoving.current) heading.current?.focus();
    isMoving.current = false;
  }, [questions, place]);
  const move = (step: () => void) => {
    isMoving.current = true;
    step();
  };
  return (
    <section className="panel quiz" aria-labelledby="quiz-title">
      <div className="panelHead">
        <h2 id="quiz-title">{translate('quiz.title')}</h2>
        {questions !== null && <Subject />}
      </div>
      {questions === null ? (
        <>
          <p>{translate(isOver ? 'quiz.stale' : 'quiz.intro')}</p>
          <button type="button" className="button buttonStrong" onClick={() => move(beginQuiz)}>
            {translate('quiz.begin')}
          </button>
        </>
      ) : questions.length === 0 ? (
        <p>{translate('quiz.none')}</p>
      ) : place < questions.length ? (
        <Question questions={questions} place={place} move={move} heading={heading} />
      ) : (
        <Score count={questions.length} move={move} heading={heading} />
      )}
    </section>
  );
}
