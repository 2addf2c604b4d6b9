import { expect, it } from 'vitest';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectQuiz, selectQuizScore } from '../../src/state/quiz.ts';
import { started } from './started.ts';

it('begins with the flagged cases and the first quiz, and says nothing of it in the link', async () => {
  const { store } = await started('');
  expect(store.getState()).toMatchObject({ iconQuestion: 'flagged', quizSeed: 1, quizSubject: null });
  expect(linkOf(store.getState())).toMatchObject({ iconQuestion: undefined, quizSeed: undefined });
});

it('takes screen, question and quiz from the link, and writes them there', async () => {
  const { store } = await started('view=learn&hundred=all&quiz=7');
  expect(store.getState()).toMatchObject({ view: 'learn', iconQuestion: 'all', quizSeed: 7, quizSubject: null });
  store.getState().beginQuiz();
  const first = selectQuiz(store.getState());
  store.getState().renewQuiz();
  store.getState().setIconQuestion('positives');
  expect(selectQuiz(store.getState())).not.toEqual(first);
  expect(linkOf(store.getState())).toMatchObject({ view: 'learn', iconQuestion: 'positives', quizSeed: 8 });
});

it('reports a quiz that there is not', async () => {
  const { store } = await started('hundred=none&quiz=1.5');
  const ignored = store.getState().notices.map(({ code, values }) => [code, values?.name]);
  expect(ignored).toEqual([
    ['linkValueIgnored', 'hundred'],
    ['linkValueIgnored', 'quiz'],
  ]);
  expect(store.getState()).toMatchObject({ iconQuestion: 'flagged', quizSeed: 1 });
});

it('counts from the last quiz to the first again', async () => {
  const { store } = await started('quiz=9999');
  store.getState().renewQuiz();
  expect(store.getState().quizSeed).toBe(1);
});

it('takes one answer to each question, in turn', async () => {
  const { store } = await started('');
  const state = () => store.getState();
  state().beginQuiz();
  const right = selectQuiz(state())?.[0].right ?? Number.NaN;
  state().goOnWithQuiz();
  expect(state().quizPlace).toBe(0);
  state().answerQuiz(right);
  state().answerQuiz((right + 1) % 4);
  expect(state().quizAnswers).toEqual([right]);
  expect(selectQuizScore(state())).toBe(1);
  state().goOnWithQuiz();
  state().goOnWithQuiz();
  expect(state().quizPlace).toBe(1);
});
