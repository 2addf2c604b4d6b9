import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createTunerStore } from '../../../../src/state/store.ts';
import { CorrectionsPanel } from '../../../../src/view/panels/Corrections/CorrectionsPanel.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { show } from '../../charts/openedStore.tsx';

const LABELS = ['no', 'no', 'yes', 'yes', 'no', 'yes', 'no', 'yes'];
const ROWS = LABELS.map((label, i) => `c${i},${label},${(i + 1) / 10}`);

async function opened(header: string) {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('mine.csv', `${header}\n${ROWS.join('\n')}\n`)]);
  await store.getState().changeInterpretation({ id: header.startsWith('id') ? 'id' : null });
  store.getState().setThreshold(0.45);
  return store;
}

const cellsOf = (name: string) =>
  within(screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

it('shows the metrics before and after, counts what it could not use, and takes it back', async () => {
  const store = await opened('id,outcome,p_default');
  show(<CorrectionsPanel />, store);
  const text = [
    'id,outcome',
    'c4,yes', // a false alarm that was none
    'c2,yes', // as it was
    'c9,no', // nobody
    'c6,yes', // twice, differently
    'c6,no',
    'c7,maybe', // no class
    'c0,', // nothing
  ].join('\n');
  await act(() => store.getState().readCorrections([csvFile('back.csv', `${text}\n`)]));
  const status = screen.getByRole('status').textContent;
  expect(status).toContain('1 of 7 rows in “back.csv” changes a label. Matched by id.');
  expect(status).toContain('1 label stays as it was.');
  expect(status).toContain('1 row names no case');
  expect(status).toContain('1 case is named twice with different labels');
  expect(status).toContain('1 row has a label that is no class');
  expect(status).toContain('1 row has no label');
  expect(cellsOf('Positives')).toEqual(['4', '5']);
  expect(cellsOf('false alarms (FP)')).toEqual(['2', '1']);
  expect(cellsOf('Precision')).toEqual(['0.500', '0.750']);

  fireEvent.click(screen.getByRole('button', { name: 'Take the corrections back' }));
  expect(screen.queryByRole('table')).toBeNull();
  expect(store.getState().opened?.prepared.evaluations[0].positives).toBe(4);
});

it('goes by line where there is no id, as saved lists have it', async () => {
  const store = await opened('name,outcome,p_default');
  show(<CorrectionsPanel />, store);
  const lines = [
    { cutpoint_line: 6, corrected_label: 'yes', outcome: 'no' },
    { cutpoint_line: 99, corrected_label: 'yes', outcome: 'no' },
  ];
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  await act(() => store.getState().readCorrections([csvFile('back.jsonl', `${text}\n`)]));
  expect(screen.getByRole('status').textContent).toContain(
    '1 of 2 rows in “back.jsonl” changes a label. Matched by line',
  );
  expect(cellsOf('Positives')).toEqual(['4', '5']);
});

it.each([
  ['a,outcome\n1,yes\n2,no\n', 'does not say which rows it means'],
  ['cutpoint_line,b\n1,yes\n2,no\n', 'has no column of labels'],
])('says what is missing: %j', async (text, words) => {
  const store = await opened('name,outcome,p_default');
  show(<CorrectionsPanel />, store);
  await act(() => store.getState().readCorrections([csvFile('back.csv', text)]));
  expect(screen.getByRole('status').textContent).toContain(words);
});
