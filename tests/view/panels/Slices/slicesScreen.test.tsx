import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createTunerStore, type TunerStore } from '../../../../src/state/store.ts';
import { TunerContext } from '../../../../src/state/useTuner.ts';
import { SlicesScreen } from '../../../../src/view/SlicesScreen.tsx';
import { ContextLine } from '../../../../src/view/shell/ContextLine.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { textOf } from '../../textOf.ts';

const ROWS = [
  'y_true,y_prob,region,age',
  '1,0.9,north,17',
  '0,0.8,north,30',
  '1,0.3,south,40',
  '0,0.1,south,41',
  '0,0.2,,50',
  '0,0.4,east,60',
].join('\n');

async function opened(text = ROWS): Promise<TunerStore> {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('rows.csv', text)]);
  render(
    <TunerContext value={store}>
      <SlicesScreen />
    </TunerContext>,
  );
  return store;
}

const group = (name: string) => screen.getByRole('combobox', { name });
const settled = (store: TunerStore) =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await store.getState().refreshGroups();
  });
async function groupBy(store: TunerStore, column: string, place = 'Group'): Promise<void> {
  fireEvent.change(group(place), { target: { value: column } });
  await settled(store);
}
const table = () => screen.getByRole('table', { name: 'Who is affected?' });
const names = () =>
  within(table())
    .getAllByRole('rowheader')
    .map((head) => head.textContent);
const cellsOf = (name: string) => {
  const row = within(table()).getByRole('row', { name: new RegExp(`^${name}`) });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => [...cell.querySelectorAll('span')].map(textOf).join(' | '));
};

it('groups rows by a column, what is missing as a group of its own, and follows the threshold', async () => {
  const store = await opened();
  expect(screen.queryByRole('table', { name: 'Who is affected?' })).toBeNull();
  await groupBy(store, 'region');
  expect(names()).toEqual(['all rows', 'east', 'north', 'south', '(nothing there)']);
  expect(cellsOf('north').slice(0, 4)).toEqual([
    '2',
    '1 | 50.0 %',
    '100.0 % | 34.2–100.0 % | +66.7 points',
    '50.0 % | 9.5–90.5 % | ±0.0 points',
  ]);
  act(() => store.getState().setThreshold(0.85));
  expect(cellsOf('north')[2]).toMatch(/^50\.0 % \| .*\+33\.3 points$/);
  expect(screen.getByRole('region', { name: 'Who is affected?' }).textContent).toContain('4 groups of 6 rows.');
});

it('follows the thresholds of the groups, all rows by their sum, and says so', async () => {
  const store = await opened();
  await groupBy(store, 'region');
  const thresholds = [{ values: [{ kind: 'value' as const, text: 'north' }], threshold: 0.85 }];
  const grouping = { by: [{ column: 'region', edges: null }] };
  act(() => store.getState().setGroups({ grouping, thresholds, chosenBy: null }));
  const panel = () => screen.getByRole('region', { name: 'Who is affected?' }).textContent;
  expect(panel()).toContain('Each group is decided by its own threshold');
  expect(names().slice(0, 3)).toEqual(['all rows', 'eastscore ≥ 0.50', 'northscore ≥ 0.85']);
  // One of two in the north is flagged, and of all six that one alone.
  expect(cellsOf('north')[2]).toMatch(/^50\.0 % \| .*\+33\.3 points$/);
  expect(cellsOf('all rows')[2]).toMatch(/^16\.7 % /);
  act(() => store.getState().setThreshold(0.2));
  expect(cellsOf('north')[2]).toMatch(/^50\.0 % /);
  expect(cellsOf('all rows')[2]).toMatch(/^66\.7 % /);
  const dots = screen.getByRole('figure', { name: 'Groups side by side' });
  expect(dots.textContent).toMatch(/all rows 66\.7\s%/);
  await groupBy(store, 'age');
  expect(panel()).toContain(
    'Groups of region have thresholds of their own. The numbers here follow the one threshold.',
  );
});

it('says why a rate has no value', async () => {
  const store = await opened();
  await groupBy(store, 'region');
  expect(cellsOf('east')[3]).toBe('— | Nothing is flagged at this threshold.');
  expect(cellsOf('east')[4]).toMatch(/^— \| /);
});

it('is ordered by any column, what has no value last', async () => {
  const store = await opened();
  await groupBy(store, 'region');
  const sort = (name: string) => fireEvent.click(screen.getByRole('button', { name: `Sort by ${name}` }));
  sort('Recall');
  expect(names()).toEqual(['all rows', 'north', 'south', 'east', '(nothing there)']);
  expect(screen.getByRole('columnheader', { name: /^Recall/ }).getAttribute('aria-sort')).toBe('descending');
  sort('Recall');
  expect(names()).toEqual(['all rows', 'south', 'north', 'east', '(nothing there)']);
  sort('Group');
  sort('Group');
  expect(names()).toEqual(['all rows', '(nothing there)', 'south', 'north', 'east']);
});

it('cuts numbers at ends that can be typed', async () => {
  const store = await opened();
  await groupBy(store, 'age');
  const ends = screen.getByRole('textbox', { name: 'Ranges of age end at' });
  const type = async (text: string) => {
    fireEvent.change(ends, { target: { value: text } });
    fireEvent.keyDown(ends, { key: 'Enter' });
    await settled(store);
  };
  await type('40; 18');
  expect(names()).toEqual(['all rows', 'under 18', '18 to under 40', '40 and over']);
  await type('１８、30，40');
  expect(names()).toEqual(['all rows', 'under 18', '30 to under 40', '40 and over']);
  await type('40; 18');
  await type('forty');
  expect(screen.getByRole('alert').textContent).toContain('“forty” is no number');
  expect(names()).toHaveLength(4);
  await type('');
  expect(names()).toEqual(['all rows', '17', '30', '40', '41', '50', '60']);
  await groupBy(store, 'region', 'and by');
  expect(names()).toContain('50, (nothing there)');
});

it('shows the largest of ten thousand groups and says so', async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => {
    const id = row < 10_000 ? row : row % 300;
    return `${row % 2},${(row % 97) / 100},g${id}`;
  });
  const store = await opened(['y_true,y_prob,who', ...rows].join('\n'));
  await groupBy(store, 'who');
  const panel = screen.getByRole('region', { name: 'Who is affected?' });
  expect(panel.textContent).toContain(
    'There are 10,000 groups. The 200 with the most rows stand here one by one, all others in one line.',
  );
  expect(names()).toHaveLength(31);
  fireEvent.click(screen.getByRole('button', { name: 'Show all 201 groups' }));
  expect(names()).toHaveLength(202);
  expect(names().at(-1)).toBe('all 9,800 smaller groups');
  const rowCounts = within(table())
    .getAllByRole('row')
    .slice(2)
    .map((row) => Number(row.querySelector('td .groupValue')?.textContent?.replaceAll(',', '')));
  expect(rowCounts.reduce((sum, count) => sum + count, 0)).toBe(20_000);
});

it('draws the groups side by side, with a table of the same data', async () => {
  HTMLDialogElement.prototype.showModal ??= () => {};
  const store = await opened();
  await groupBy(store, 'region');
  const figure = screen.getByRole('figure', { name: 'Groups side by side' });
  fireEvent.change(within(figure).getByRole('combobox', { name: 'Metric' }), { target: { value: 'recall' } });
  expect(store.getState().groupChoice.plotted).toBe('recall');
  fireEvent.click(within(figure).getByRole('button', { name: 'Table: Groups side by side' }));
  const data = screen.getByRole('table', { name: 'Data: Groups side by side', hidden: true });
  expect(textOf(within(data).getByRole('row', { name: /^north/, hidden: true }))).toBe('north2100.0 %20.7 % – 100.0 %');
  fireEvent.change(within(figure).getByRole('combobox', { name: 'Metric' }), {
    target: { value: 'expectedCalibrationError' },
  });
  expect(within(figure).queryByText(/No group has a value/)).toBeNull();
});

it('makes a group the subject at one press, and says so with a way back', async () => {
  const store = await opened();
  render(
    <TunerContext value={store}>
      <ContextLine />
    </TunerContext>,
  );
  await groupBy(store, 'region');
  fireEvent.click(screen.getByRole('button', { name: 'Show only these: north' }));
  await settled(store);
  const context = screen.getByRole('region', { name: 'What was read' });
  expect(context.textContent).toContain('Only one group is in view: region = north (2 of 6 rows)');
  expect(context.textContent).toContain('6 rows read, 0 skipped');
  expect(store.getState().opened?.prepared.evaluations[0].rows).toBe(2);
  fireEvent.click(within(context).getByRole('button', { name: 'Show all rows again' }));
  await settled(store);
  expect(store.getState().opened?.prepared.evaluations[0].rows).toBe(6);
  expect(context.textContent).not.toContain('Only one group');
});

it('puts groups together out of conditions, and takes them away again', async () => {
  const store = await opened();
  const field = (name: string) => screen.getByRole('textbox', { name });
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  fireEvent.change(group('Column'), { target: { value: 'age' } });
  fireEvent.change(group('Test'), { target: { value: 'atLeast' } });
  fireEvent.change(field('Value'), { target: { value: 'old' } });
  press('Add the group');
  expect(screen.getByRole('alert').textContent).toBe('Write a number such as 5000.');
  fireEvent.change(field('Value'), { target: { value: '30' } });
  press('Add this condition');
  fireEvent.change(group('Column'), { target: { value: 'region' } });
  fireEvent.change(group('Test'), { target: { value: 'is' } });
  fireEvent.change(group('Value'), { target: { value: 'south' } });
  press('Add the group');
  await settled(store);
  const own = screen.getByRole('table', { name: 'Groups of your own' });
  const row = within(own).getByRole('row', { name: /^age ≥ 30 and region = south/ });
  expect(within(row).getAllByRole('cell')[0].querySelector('span')?.textContent).toBe('2');
  press('Remove: age ≥ 30 and region = south');
  expect(screen.queryByRole('table', { name: 'Groups of your own' })).toBeNull();
  expect(store.getState().groupRules).toEqual([]);
});

it('gives groups names of one’s own, and counts the words of a text', async () => {
  const notes = ['too short', 'also short', 'long enough to be read', '', 'two words', 'this one has five words'];
  const rows = notes.map((note, row) => `${row % 2},0.${row + 1},${note}`);
  const store = await opened(['y_true,y_prob,note', ...rows].join('\n'));
  const field = (name: string) => screen.getByRole('textbox', { name });
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  const addShort = async () => {
    fireEvent.change(group('Column'), { target: { value: 'note' } });
    fireEvent.change(group('Test'), { target: { value: 'fewerWords' } });
    fireEvent.change(field('Value'), { target: { value: '5' } });
    fireEvent.change(field('Name, if you like'), { target: { value: 'short notes' } });
    press('Add the group');
    await settled(store);
  };
  await addShort();
  const own = screen.getByRole('table', { name: 'Groups of your own' });
  const row = within(own).getByRole('row', { name: /^short notes/ });
  expect(within(row).getAllByRole('cell')[0].querySelector('span')?.textContent).toBe('3');
  expect(screen.getByText(/words in note < 5/).textContent).toContain('short notes: words in note < 5');
  await addShort();
  expect(screen.getByRole('alert').textContent).toBe('“short notes” is there already.');
  expect(store.getState().groupRules).toHaveLength(1);
  press('Remove: short notes');
  expect(store.getState().groupRules).toEqual([]);
});

it('shows the column that was chosen before its groups are there, so that the next key goes on from it', async () => {
  const store = await opened();
  const chosen = () => (group('Group') as HTMLSelectElement).value;
  fireEvent.change(group('Group'), { target: { value: 'age' } });
  expect(chosen()).toBe('age');
  fireEvent.change(group('Group'), { target: { value: 'region' } });
  expect(chosen()).toBe('region');
  await settled(store);
  expect(chosen()).toBe('region');
  expect(names()).toContain('north');
});
