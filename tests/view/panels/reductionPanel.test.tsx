import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ReductionPanel } from '../../../src/view/panels/Reduction/ReductionPanel.tsx';
import { evaluationOf, openedStore, show } from '../charts/openedStore.tsx';

const TIED = [[1, 0.914] as const, [0, 0.911] as const, [1, 0.55] as const, [0, 0.1] as const];

function open() {
  show(<ReductionPanel />, openedStore([evaluationOf('test', TIED)]));
  fireEvent.click(screen.getByText('A table too large for a browser?'));
  // A DOM without layout does not tell that details were opened.
  const details = document.querySelector('details');
  if (details !== null) {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  }
}
const query = () => (screen.getByRole('textbox', { name: 'Query' }) as HTMLTextAreaElement).value;
const errorOf = (metric: string) => screen.getByRole('row', { name: new RegExp(`^${metric} `) }).textContent;

it('writes the query for the open file’s own columns, and for what is typed', () => {
  open();
  expect(query()).toContain('FROM predictions');
  expect(query()).toContain('0.001 AS score_step');
  fireEvent.change(screen.getByLabelText('Table'), { target: { value: 'ml.scored' } });
  fireEvent.change(screen.getByLabelText('Model column'), { target: { value: 'model' } });
  fireEvent.change(screen.getByLabelText('Database'), { target: { value: 'clickhouse' } });
  expect(query()).toContain('FROM ml.scored');
  expect(query()).toContain('`model`');
  expect(query()).toContain('FORMAT CSVWithNames');
});

it('says what rounding costs on the open file', () => {
  open();
  // Three decimals part the two upper rows, two decimals do not: one of the four pairs is then tied.
  expect(errorOf('ROC AUC')).toBe('ROC AUC0.00000');
  fireEvent.change(screen.getByLabelText('Scores'), { target: { value: '3' } });
  expect(errorOf('ROC AUC')).toBe('ROC AUC0.12500');
  expect(errorOf('Recall')).toBe('Recall0.50000');
  fireEvent.change(screen.getByLabelText('Scores'), { target: { value: '0' } });
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText('Nothing is rounded: every number stays exact.')).toBeTruthy();
});
