import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createTunerStore } from '../../../../src/state/store.ts';
import { TrainingPanel } from '../../../../src/view/panels/Training/TrainingPanel.tsx';
import { started } from '../../../state/started.ts';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { show } from '../../charts/openedStore.tsx';

async function shown(text: string) {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('history.csv', text)]);
  show(<TrainingPanel />, store);
  return store;
}

const rows = () =>
  within(screen.getByRole('table', { name: 'What each epoch shows: history.csv' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => Array.from(row.querySelectorAll('th,td'), (cell) => cell.textContent));

describe('the history of a training', () => {
  it('says how the training went, and what each epoch shows', async () => {
    await shown('epoch,loss,val_loss\n0,0.9,0.8\n1,0.7,0.6\n2,0.6,0.5\n3,0.5,0.55\n4,0.4,0.6\n5,0.3,0.7\n');
    screen.getByText(/^The model overfits\. The validation loss is lowest at epoch 2 \(0\.500\)\./);
    expect(rows().map(([epoch, said]) => `${epoch} ${said}`)).toEqual([
      '0 The first one: nothing to compare it with.',
      '1 Loss still falling, on both sides.',
      '2 Lowest validation loss.',
      '3 The validation loss turns: overfitting begins.',
      '4 Overfitting: the validation loss stays above its lowest.',
      '5 Overfitting: the validation loss stays above its lowest.',
    ]);
    expect(rows()[2].slice(2)).toEqual(['0.6000', '0.5000']);
  });

  it('of one epoch without validation', async () => {
    await shown('epoch,loss\n0,0.9\n');
    screen.getByText('There is one epoch only: nothing to compare it with.');
    const figure = screen.getByRole('figure', { name: 'Loss by epoch' });
    fireEvent.focus(within(within(figure).getByRole('heading')).getByRole('button', { name: 'Loss by epoch' }));
    expect(screen.getByRole('tooltip').textContent).toContain('the model begins to learn them by heart');
  });

  it('shows no number where the loss was lost', async () => {
    await shown('epoch,loss,val_loss\n0,0.9,0.8\n1,nan,0.9\n2,nan,0.9\n');
    screen.getByText(/^From epoch 1 on, the loss is no number\./);
    expect(rows()[1]).toEqual(['1', 'The loss is no number.', '—', '0.9000']);
    expect(document.body.textContent).not.toContain('NaN');
  });

  it('tells of what is not drawn, and of a training that began anew', async () => {
    await shown('epoch,loss,lr\n0,0.9,1\n1,0.8,1\n0,0.7,2\n1,0.6,2\n');
    screen.getByText(/^The numbers of the epochs begin anew 1 time\./);
    screen.getByText('Not drawn: lr.');
  });

  it('shows many epochs a page at a time, and leads to the lowest', async () => {
    const lines = Array.from({ length: 250 }, (_, at) => `${at},${1 / (at + 1)},${Math.abs(at - 170) + 1}`);
    await shown(`epoch,loss,val_loss\n${lines.join('\n')}\n`);
    expect(rows()).toHaveLength(100);
    screen.getByText('Rows 1 to 100 of 250');
    fireEvent.click(screen.getByRole('button', { name: 'To the lowest loss' }));
    screen.getByText('Rows 101 to 200 of 250');
    fireEvent.click(screen.getByRole('button', { name: 'Later' }));
    expect(rows()).toHaveLength(50);
  });

  it('can be removed', async () => {
    const store = await shown('epoch,loss\n0,0.9\n1,0.8\n');
    fireEvent.click(screen.getByRole('button', { name: 'Remove history.csv' }));
    expect(store.getState().trainings).toEqual([]);
    expect(screen.queryByRole('region', { name: /^Training history/ })).toBeNull();
  });

  it('stands beside the predictions of its sample', async () => {
    const { store } = await started('data=training&view=data');
    show(<TrainingPanel />, store);
    screen.getByRole('region', { name: 'Training history: training-history.csv' });
    screen.getByText(/^The file does not say after which epoch the predictions were made\./);
    for (const name of ['Loss by epoch', 'Accuracy by epoch']) screen.getByRole('figure', { name });
  });
});
