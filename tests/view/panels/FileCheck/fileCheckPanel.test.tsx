import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createTunerStore, type TunerStore } from '../../../../src/state/store.ts';
import { TunerContext } from '../../../../src/state/useTuner.ts';
import { ColumnQuestionPanel } from '../../../../src/view/panels/ColumnQuestion/ColumnQuestionPanel.tsx';
import { FileCheckPanel } from '../../../../src/view/panels/FileCheck/FileCheckPanel.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';

const PERCENT = 'y_true,y_prob\n0,10.5\n1,85\n0,40.25\n1,99\n0,NA\n';
const UNCLEAR = 'name,age,income,y_true\nx1,34,50,0\nx2,45,61,1\nx3,29,30,0\nx4,51,80,1\n';

async function storeOf(text: string): Promise<TunerStore> {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('own.csv', text)]);
  return store;
}

describe('File check', () => {
  async function shown(): Promise<HTMLElement> {
    render(
      <TunerContext value={await storeOf(PERCENT)}>
        <FileCheckPanel />
      </TunerContext>,
    );
    return screen.getByRole('region', { name: 'File check' });
  }

  it('shows on one press what a finding rests on, and hides it again', async () => {
    const panel = await shown();
    expect(within(panel).queryByRole('table')).toBeNull();
    const evidence = within(panel).getByRole('button', { name: /^Evidence: “y_prob” runs from 10.5 to 99/ });
    expect(evidence.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(evidence);
    expect(evidence.getAttribute('aria-expanded')).toBe('true');
    const rows = within(within(panel).getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['line', 'y_true', 'y_prob'],
      ['2', '0', '10.5'],
      ['3', '1', '85'],
      ['4', '0', '40.25'],
      ['5', '1', '99'],
    ]);
    fireEvent.click(evidence);
    expect(within(panel).queryByRole('table')).toBeNull();
  });

  it('repairs on one press, says so, and takes it off on another, without losing the focus', async () => {
    const panel = await shown();
    fireEvent.click(within(panel).getByRole('button', { name: 'Divide by 100' }));
    const undo = await within(panel).findByRole('button', {
      name: 'Undo: “y_prob” is divided by 100: 53 is read as 0.53.',
    });
    expect(within(panel).queryByRole('button', { name: 'Divide by 100' })).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('File check'));
    fireEvent.click(undo);
    await within(panel).findByRole('button', { name: 'Divide by 100' });
    expect(within(panel).queryByRole('button', { name: /^Undo/ })).toBeNull();
  });
});

describe('the question about columns', () => {
  it('asks for both, and opens the file once both are said', async () => {
    const store = await storeOf(UNCLEAR);
    render(
      <TunerContext value={store}>
        <ColumnQuestionPanel />
      </TunerContext>,
    );
    const go = screen.getByRole('button', { name: 'Open it' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    const label: HTMLSelectElement = screen.getByRole('combobox', { name: 'Label' });
    const score: HTMLSelectElement = screen.getByRole('combobox', { name: 'Score' });
    expect([label.value, score.value, go.hasAttribute('disabled')]).toEqual(['y_true', '', true]);
    fireEvent.change(score, { target: { value: 'y_true' } });
    expect(screen.getByRole('alert').textContent).toBe('Label and score have to be two different columns.');
    expect(go.hasAttribute('disabled')).toBe(true);
    fireEvent.change(score, { target: { value: 'income' } });
    fireEvent.click(go);
    await waitFor(() => expect(store.getState().opened?.prepared.interpretation.score).toBe('income'));
    expect(screen.queryByRole('button', { name: 'Open it' })).toBeNull();
  });

  it('shows the first rows, and goes away when it is cancelled', async () => {
    const store = await storeOf(UNCLEAR);
    render(
      <TunerContext value={store}>
        <ColumnQuestionPanel />
      </TunerContext>,
    );
    expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'nameageincomey_true',
      'x134500',
      'x245611',
      'x329300',
      'x451801',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(store.getState().asked).toBeNull();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
