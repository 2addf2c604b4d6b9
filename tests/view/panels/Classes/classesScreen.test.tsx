import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { createTunerStore, type TunerStore } from '../../../../src/state/store.ts';
import { TunerContext } from '../../../../src/state/useTuner.ts';
import { ClassesScreen } from '../../../../src/view/ClassesScreen.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { textOf } from '../../textOf.ts';

const ROWS = [
  'animal,cat,dog,owl',
  'cat,0.75,0.125,0.125',
  'cat,0.25,0.5,0.25',
  'dog,0.125,0.75,0.125',
  'owl,0.375,0.375,0.25',
  'owl,0.125,0.125,0.75',
].join('\n');

let store: TunerStore;
let page: ReturnType<typeof testEnv>['page'];

beforeEach(async () => {
  const env = testEnv();
  ({ page } = env);
  store = createTunerStore(env);
  await store.getState().openFiles([csvFile('animals.csv', ROWS)]);
  render(
    <TunerContext value={store}>
      <ClassesScreen />
    </TunerContext>,
  );
  await screen.findByRole('table', { name: 'Which class is taken for which' });
});

const sentence = () => textOf(screen.getByRole('region', { name: 'In one sentence' }));
const settled = () => act(() => store.getState().refreshClasses());
const cells = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));

it('says what the decision comes to, and counts it', () => {
  expect(sentence()).toBe(
    'The model decides 3 of 5 cases rightly (60.0 %). The most frequent mistake: 1 of 2 “cat” is taken for “dog”.',
  );
  expect(cells('Which class is taken for which')).toEqual([
    ['1', '1', '0', '2'],
    ['0', '1', '0', '1'],
    ['1', '0', '1', '2'],
    ['2', '2', '1', '5'],
  ]);
});

it('decides by thresholds once a slider is moved by the keyboard', async () => {
  const slider = screen.getByRole('slider', { name: 'Threshold of dog' });
  fireEvent.keyDown(slider, { key: 'ArrowRight' });
  await settled();
  expect(store.getState().decision.thresholds).toEqual({ dog: 0.51 });
  expect(screen.getByRole('radio', { name: 'thresholds' })).toHaveProperty('checked', true);
  expect(sentence()).toContain('2 cases (40.0 %) reach no threshold and are left to a person');
  fireEvent.click(
    within(screen.getByRole('radiogroup', { name: 'Below every threshold' })).getByLabelText('highest score'),
  );
  await settled();
  expect(sentence()).not.toContain('left to a person');
});

it('takes a typed threshold exactly', async () => {
  const field = screen.getByRole('textbox', { name: 'Threshold of owl, Threshold' });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: '0.2500001' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await settled();
  expect(store.getState().decision.thresholds).toEqual({ owl: 0.2500001 });
});

it('asks what each mistake costs where cost decides', async () => {
  fireEvent.click(screen.getByRole('radio', { name: 'least cost' }));
  await settled();
  expect(screen.getByText(/mistakes of the cases in view cost 2\./)).toBeTruthy();
  const field = screen.getByRole('textbox', { name: 'Cost of taking cat for dog' });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: '5' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await settled();
  // The second row: dog costs 0.25 · 5 + 0.25, cat 0.5 + 0.25.
  expect(sentence()).toContain('4 of 5');
});

it('lists the worst first, and opens one class against the rest', async () => {
  fireEvent.change(screen.getByLabelText('Order'), { target: { value: 'recall' } });
  const names = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
  expect(names()).toEqual(['cat', 'owl', 'dog']);
  fireEvent.click(screen.getByRole('button', { name: 'Tune this class: owl against the rest' }));
  await vi.waitFor(() => expect(store.getState().view).toBe('tune'));
  expect(store.getState().opened?.prepared.interpretation).toMatchObject({ score: 'owl', positiveLabel: 'owl' });
});

it('saves each table as CSV', async () => {
  for (const title of ['Classes one by one', 'Which class is taken for which', 'All classes in one number']) {
    fireEvent.click(screen.getByRole('button', { name: new RegExp(`CSV.*${title}|${title}.*CSV`) }));
  }
  const texts = await Promise.all(page.saved.map(({ blob }) => blob.text()));
  expect(page.saved.map(({ name }) => name)).toEqual([
    'animals-classes.csv',
    'animals-class-confusion-matrix.csv',
    'animals-class-averages.csv',
  ]);
  // Of the six pairs of a cat and another, five are ranked rightly.
  expect(texts[0].split('\r\n')[1]).toMatch(/^all,cat,cat,2,0.5,0.5,0.5,0.5,0.83333\d+,0.83333\d+$/);
  expect(texts[1]).toContain('all,cat,dog,1\r\n');
  expect(texts[2]).toContain('all,accuracy,0.6\r\n');
});
