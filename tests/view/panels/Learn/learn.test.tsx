import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { selectQuiz } from '../../../../src/state/quiz.ts';
import type { TunerStore } from '../../../../src/state/store.ts';
import { IconArrayPanel } from '../../../../src/view/panels/Learn/IconArrayPanel.tsx';
import { QuizPanel } from '../../../../src/view/panels/Learn/QuizPanel.tsx';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';

/** 40 positives and 160 negatives whose scores overlap. */
const ROWS = Array.from({ length: 200 }, (_, i) => {
  const isPositive = i % 5 === 0;
  return [Number(isPositive), ((i * 37) % 101) / 160 + (isPositive ? 0.3 : 0)] as const;
});

const icons = () => screen.getByRole('region', { name: 'A hundred cases' });
const quiz = () => screen.getByRole('region', { name: 'Quiz' });
const answers = () => within(within(quiz()).getByRole('list', { name: 'Answers' })).getAllByRole('button');
const press = (name: string) => fireEvent.click(within(quiz()).getByRole('button', { name }));

function drawn(kind: string): number {
  return icons().querySelectorAll(`.icons .icon-${kind}`).length;
}

function rightPlace(store: TunerStore): number {
  const state = store.getState();
  return selectQuiz(state)?.[state.quizPlace].right ?? Number.NaN;
}

it('draws a hundred symbols for the question asked, with the exact counts, and follows the threshold', () => {
  const store = openedStore([evaluationOf('test', ROWS)]);
  const { container } = show(<IconArrayPanel />, store);
  const countAt = (threshold: number) => {
    const flagged = ROWS.filter(([, score]) => score >= threshold);
    return { flagged: flagged.length, right: flagged.filter(([label]) => label === 1).length };
  };
  const { flagged, right } = countAt(0.5);
  expect(within(icons()).getByRole('img').getAttribute('aria-label')).toMatch(/^Of 100 flagged cases, \d+ are right/);
  expect(icons().textContent).toContain(`${right} of ${flagged} flagged cases are right`);
  expect(drawn('tp')).toBe(Math.round((100 * right) / flagged));
  expect(drawn('tp') + drawn('fp')).toBe(100);

  fireEvent.click(screen.getByRole('radio', { name: 'of 100 positives' }));
  expect(icons().textContent).toContain(`${right} of 40 positive cases are found`);
  expect(drawn('tp') + drawn('fn')).toBe(100);
  act(() => store.getState().setThreshold(0.7));
  expect(icons().textContent).toContain(`${countAt(0.7).right} of 40 positive cases are found`);

  act(() => store.getState().setThreshold(2));
  fireEvent.click(screen.getByRole('radio', { name: 'of 100 flagged' }));
  expect(icons().textContent).toContain('Nothing is flagged at this threshold.');
  expect(container.textContent).not.toContain('NaN');
});

it('names what is too rare for a symbol, and says when a hundred symbols are more than there are cases', () => {
  const rare = Array.from({ length: 1000 }, (_, i) => [Number(i === 0), i < 4 ? 0.9 : 0.1] as const);
  const store = openedStore([evaluationOf('test', rare)]);
  show(<IconArrayPanel />, store);
  expect(icons().textContent).toContain('There are only 4 such cases.');
  fireEvent.click(screen.getByRole('radio', { name: 'of 100 cases' }));
  const legend = within(icons()).getByRole('list', { name: 'The symbols' });
  expect(legend.textContent).toContain('under 1 flagged, and positive 1 in all');
});

it('asks, explains each answer right or wrong, counts, and asks anew', () => {
  const store = openedStore([evaluationOf('test', ROWS)]);
  show(<QuizPanel />, store);
  press('Begin the quiz');
  expect(document.activeElement?.tagName).toBe('H3');
  const asked = new Set<string>();
  for (let place = 0; place < 6; place++) {
    expect(quiz().textContent).toContain(`Question ${place + 1} of 6`);
    asked.add(quiz().querySelector('h3')?.textContent ?? '');
    const right = rightPlace(store);
    expect(answers()).toHaveLength(4);
    const chosen = place < 2 ? (right + 1) % 4 : right;
    fireEvent.click(answers()[chosen]);
    const status = within(quiz()).getByRole('status');
    expect(status.firstElementChild?.textContent).toMatch(place < 2 ? /^Not quite\. Right is: / : /^Right\.$/);
    expect(status.lastElementChild?.textContent).not.toMatch(/NaN|\{|undefined/);
    expect(answers()[right].textContent).toContain('the right answer');
    // The first answer counts.
    fireEvent.click(answers()[(chosen + 1) % 4]);
    expect(store.getState().quizAnswers[place]).toBe(chosen);
    press(place === 5 ? 'See the score' : 'Next question');
    expect(document.activeElement).toBe(quiz().querySelector('h3'));
  }
  expect(asked.size).toBe(6);
  expect(quiz().textContent).toContain('4 of 6 right.');
  press('New questions');
  expect(store.getState().quizSeed).toBe(2);
  expect(quiz().textContent).toContain('Question 1 of 6');
});

it('stays with the decision it began on, and ends with the rows it was about', () => {
  const other = evaluationOf('test', ROWS.slice(0, 90));
  const store = openedStore([evaluationOf('train', ROWS), other]);
  show(<QuizPanel />, store);
  press('Begin the quiz');
  const before = quiz().textContent;
  act(() => store.getState().setThreshold(0.7));
  expect(quiz().textContent).toBe(before);
  act(() => store.getState().setSplit('train'));
  expect(quiz().textContent).toContain('The rows in view have changed');
  press('Begin the quiz');
  expect(quiz().textContent).toContain('Question 1 of 6');
});

it('says when there is nothing to ask', () => {
  const store = openedStore([evaluationOf('test', [])]);
  show(<QuizPanel />, store);
  press('Begin the quiz');
  expect(quiz().textContent).toContain('These rows allow no question');
});
