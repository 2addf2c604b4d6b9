import { buildQuiz, type QuizQuestion } from '../core/learn/quiz.ts';
import type { QuizSubject } from './learnState.ts';
import { selectEvaluation } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

const quizOf = new WeakMap<QuizSubject, { readonly seed: number; readonly questions: readonly QuizQuestion[] }>();

/** The questions of the quiz that has begun; null where none has, or it was about other rows than those in view. The same array while it goes on. */
export function selectQuiz(state: TunerState): readonly QuizQuestion[] | null {
  const { quizSubject: subject, quizSeed: seed } = state;
  if (subject === null || subject.evaluation !== selectEvaluation(state)) return null;
  const known = quizOf.get(subject);
  if (known?.seed === seed) return known.questions;
  const { index, scoreMetrics } = subject.evaluation;
  const questions = buildQuiz({ ...subject, index, rocAuc: scoreMetrics.rocAuc }, seed);
  quizOf.set(subject, { seed, questions });
  return questions;
}

/** How many of the answers given were right. */
export function selectQuizScore(state: TunerState): number {
  const questions = selectQuiz(state) ?? [];
  return state.quizAnswers.filter((answer, place) => questions[place]?.right === answer).length;
}
