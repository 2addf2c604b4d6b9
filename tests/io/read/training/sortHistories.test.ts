import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { placesOf, type TrainingHistory } from '../../../../src/core/training/history.ts';
import { trainingStory } from '../../../../src/core/training/observations.ts';
import { sortHistories } from '../../../../src/io/read/training/sortHistories.ts';
import { fileOf, never } from '../reading.ts';

const golden = async (name: string) =>
  fileOf(await readFile(new URL(`../../../golden/training/${name}`, import.meta.url), 'utf8'), name);

/** The history in a text; fails where there is none. */
async function historyIn(text: string | Uint8Array<ArrayBuffer>, name = 'history.csv'): Promise<TrainingHistory> {
  const { histories } = await sortHistories(never, [fileOf(text, name)]);
  expect(histories).toHaveLength(1);
  return histories[0].history;
}

const isHistory = async (text: string): Promise<boolean> =>
  (await sortHistories(never, [fileOf(text)])).histories.length === 1;

/** The measures as plain lists. */
const measured = ({ measures }: TrainingHistory) =>
  measures.flatMap(({ stem, series }) => series.map(({ side, values }) => [stem, side, Array.from(values)]));

describe('the histories of the lesson', () => {
  it('are taken out from among the predictions, and hold what the oracle holds', async () => {
    const oracle = JSON.parse(await readFile(new URL('../../../golden/training/oracle.json', import.meta.url), 'utf8'));
    const names = ['history.csv', 'predictions.csv', 'history_long.csv'];
    const { histories, rest } = await sortHistories(never, await Promise.all(names.map(golden)));
    expect(rest.map(({ name }) => name)).toEqual(['predictions.csv']);
    const [short, long] = histories.map(({ history }) => history);
    expect([short.epochs.length, long.epochs.length]).toEqual([oracle.history.epochs, oracle.history_long.epochs]);
    for (const [history, { last }] of [
      [short, oracle.history],
      [long, oracle.history_long],
    ] as const) {
      const at = history.epochs.length - 1;
      const [loss, accuracy] = history.measures.map(({ series }) => series.map(({ values }) => values[at]));
      expect([history.epochs[at], accuracy[0], loss[0], accuracy[1], loss[1]]).toEqual(last);
    }
    const story = trainingStory(long);
    expect(long.epochs[story.best ?? -1]).toBe(oracle.history_long.epoch_of_lowest_val_loss);
    expect(long.measures[0].series[1].values[story.best ?? -1]).toBe(oracle.history_long.lowest_val_loss);
    expect(story.verdict).toBe('overfits');
    expect(story.observations?.[(story.best ?? 0) + 1]).toBe('turn');
    expect(trainingStory(short).verdict).toBe('stillFalling');
  });
});

describe('histories as they are written elsewhere', () => {
  it('with semicolons and decimal commas', async () => {
    const history = await historyIn('epoch;loss;val_loss\n1;0,75;0,8\n2;0,5;0,65\n');
    expect(measured(history)).toEqual([
      ['loss', 'train', [0.75, 0.5]],
      ['loss', 'validation', [0.8, 0.65]],
    ]);
  });

  it('as a dictionary of lists, alone or inside another', async () => {
    const lists = '{"loss": [0.75, 0.5], "accuracy": [0.5, 0.625], "val_loss": [0.8, 0.7], "val_accuracy": [0.4, 0.5]}';
    for (const text of [lists, `{"history": ${lists}}`]) {
      const history = await historyIn(text, 'history.json');
      expect(history.numbering).toBe('row');
      expect(Array.from(history.epochs)).toEqual([1, 2]);
      expect(measured(history)).toContainEqual(['accuracy', 'validation', [0.4, 0.5]]);
    }
  });

  it('as Lightning writes it: rows of an epoch are one', async () => {
    const history = await historyIn(
      'epoch,step,train_loss_step,train_loss_epoch,val_loss\n' +
        '0,49,0.9,,\n0,99,0.7,,\n0,99,,,0.8\n0,99,,0.85,\n1,149,0.6,,\n1,199,,,0.75\n1,199,,0.55,\n',
      'metrics.csv',
    );
    expect(Array.from(history.epochs)).toEqual([0, 1]);
    expect(measured(history)).toEqual([
      ['loss', 'train', [0.85, 0.55]],
      ['loss', 'validation', [0.8, 0.75]],
    ]);
    expect(history.aside).toEqual(['train_loss_step']);
  });

  it('as the mean of the steps, where there is nothing else', async () => {
    const history = await historyIn('epoch,step,train_loss\n0,1,0.75\n0,2,0.25\n1,3,0.2\n1,4,\n');
    expect(measured(history)).toEqual([['loss', 'train', [0.5, 0.2]]]);
  });

  it('packed', async () => {
    const text = 'epoch,loss\n0,0.5\n1,0.4\n';
    expect((await historyIn(new Uint8Array(gzipSync(text)), 'history.csv.gz')).epochs.length).toBe(2);
  });

  it('by step, and with settings and words beside it', async () => {
    const history = await historyIn('step,loss,val_loss,lr,note\n100,0.5,0.6,0.01,warm\n200,0.4,0.5,0.01,\n');
    expect(history.numbering).toBe('step');
    expect(history.aside).toEqual(['lr', 'note']);
  });

  it('with measures that nobody knows', async () => {
    const history = await historyIn('epoch,loss,val_loss,zorp\n0,0.5,0.6,17\n1,0.4,0.5,18\n');
    expect(measured(history)).toContainEqual(['zorp', 'train', [17, 18]]);
  });
});

describe('odd histories', () => {
  it('of trainings written one behind the other, each with the names of its columns', async () => {
    const head = 'epoch,loss,val_loss';
    const history = await historyIn(`\ufeff${head}\r\n0,0.5,0.6\r\n1,0.4,0.5\r\n${head}\r\n0,0.3,0.4\r\n${head}\r\n`);
    expect(history).toMatchObject({ rows: 3, unnumbered: 0, repeatedHeads: 2, runStarts: [0, 2] });
    expect(measured(history)[1]).toEqual(['loss', 'validation', [0.6, 0.5, 0.4]]);
    expect(await isHistory('y_true,loss_score\n1,0.5\ny_true,loss_score\n0,0.5\n')).toBe(false);
    // Other columns under the same file's names would be other numbers.
    expect(await isHistory(`${head}\n0,0.5,0.6\nepoch,val_loss,loss\n0,0.3,0.4\n`)).toBe(false);
  });

  it('as Parquet', async () => {
    const columnData = [
      { name: 'epoch', data: Int32Array.from([0, 1, 2]) },
      { name: 'loss', data: Float64Array.from([0.5, 0.4, 0.3]) },
      { name: 'val_loss', data: Float64Array.from([0.6, 0.5, 0.55]) },
    ];
    const history = await historyIn(new Uint8Array(parquetWriteBuffer({ columnData })), 'history.parquet');
    expect(measured(history)[1]).toEqual(['loss', 'validation', [0.6, 0.5, 0.55]]);
  });

  it('of one epoch', async () => {
    expect((await historyIn('epoch,loss,val_loss\n0,0.5,0.6\n')).epochs.length).toBe(1);
  });

  it('in which the loss is lost', async () => {
    const history = await historyIn('epoch,loss,val_loss\n0,0.5,0.6\n1,nan,0.7\n2,inf,\n');
    expect(history.measures[0].series.map(({ lost }) => lost)).toEqual([[1, 2], []]);
  });

  it('that began anew are drawn one run behind the other', async () => {
    const history = await historyIn('epoch,loss\n0,0.5\n1,0.4\n0,0.6\n1,0.3\n1,0.2\n');
    expect(history.runStarts).toEqual([0, 2, 4]);
    expect(Array.from(placesOf(history))).toEqual([1, 2, 3, 4, 5]);
  });

  it('that count down are turned around', async () => {
    const history = await historyIn('epoch,loss\n3,0.1\n2,0.2\n1,0.3\n');
    expect(Array.from(history.epochs)).toEqual([1, 2, 3]);
    expect(measured(history)).toEqual([['loss', 'train', [0.3, 0.2, 0.1]]]);
  });

  it('with rows that have no epoch', async () => {
    const history = await historyIn('epoch,loss\n0,0.5\n1,0.4\nmean,0.45\n2,0.3\n3,0.3\n,0.1\n');
    expect(history).toMatchObject({ rows: 6, unnumbered: 2 });
    expect(Array.from(history.epochs)).toEqual([0, 1, 2, 3]);
  });

  it('of a hundred thousand epochs', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `${at},${1 / (at + 1)},${0.5 + at / 1e6}`);
    const history = await historyIn(`epoch,loss,val_loss\n${rows.join('\n')}\n`);
    expect(history.epochs.length).toBe(100_000);
    expect(trainingStory(history)).toMatchObject({ best: 0, verdict: 'overfits' });
  });
});

describe('what is no history', () => {
  it.each([
    ['predictions with a loss and an epoch each', 'y_true,y_prob,loss,epoch\n1,0.7,0.3,4\n0,0.2,0.2,4\n'],
    ['predictions', 'label,score\n1,0.7\n0,0.2\n'],
    ['metrics by split', 'split,accuracy,precision,recall\ntest,0.8,0.7,0.6\n'],
    ['losses in money', 'customer,loss,region,age\n1,120,north,30\n2,80,south,40\n'],
    ['what cannot be read', '{"epoch": [1, 2'],
    ['nothing', ''],
  ])('%s', async (_, text) => {
    expect(await isHistory(text)).toBe(false);
  });
});
