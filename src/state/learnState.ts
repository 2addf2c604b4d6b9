import type { Payoff } from '../core/cost/payoff.ts';
import type { IconQuestion } from '../core/learn/iconArray.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import type { View } from './viewState.ts';

/** What the questions of a quiz are about: the split and the decision as they were when it began. */
export interface QuizSubject {
  readonly evaluation: Evaluation;
  readonly threshold: number;
  readonly rule: DecisionRule;
  readonly payoff: Payoff;
}

export interface LearnSlice {
  /** Of which hundred the symbols are. */
  readonly iconQuestion: IconQuestion;
  /** Which of the quizzes about a file; the next one has the next number. */
  readonly quizSeed: number;
  /** What the quiz is about; null where none has begun. */
  readonly quizSubject: QuizSubject | null;
  /** The place of the answer given to each question so far. */
  readonly quizAnswers: readonly number[];
  /** The place of the question in view; behind the last one, the score. */
  readonly quizPlace: number;
  setIconQuestion(question: IconQuestion): void;
  /** Begins the quiz on the decision as it stands. */
  beginQuiz(): void;
  /** Begins another quiz on the decision as it stands. */
  renewQuiz(): void;
  /** Answers the question in view, once. */
  answerQuiz(place: number): void;
  goOnWithQuiz(): void;
  /** The place of the tour on Tune; null while there is none. */
  readonly tourPlace: number | null;
  /** Where the tour was begun; null while there is none. */
  readonly tourFrom: View | null;
  /** The tour ended and led back to where it was begun, which takes the focus. */
  readonly isBackFromTour: boolean;
  /** Shows Tune, and its first place. */
  startTour(): void;
  goOnTour(place: number): void;
  endTour(): void;
  arriveFromTour(): void;
}
