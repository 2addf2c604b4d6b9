import { describe, expect, it } from 'vitest';
import { splitNames } from '../../../src/io/read/table.ts';

describe('short names of files', () => {
  it.each([
    [
      ['preds_train.csv', 'preds_test.csv'],
      ['train', 'test'],
    ],
    [
      ['train_preds.csv', 'test_preds.csv'],
      ['train', 'test'],
    ],
    [
      ['a_train_b.csv', 'a_test_b.csv'],
      ['train', 'test'],
    ],
    [
      ['run 1 train.tsv', 'run 1 test.tsv'],
      ['train', 'test'],
    ],
    [
      ['m-2026.train.txt', 'm-2026.test.txt'],
      ['train', 'test'],
    ],
    [
      ['train.csv.gz', 'test.jsonl.zip'],
      ['train', 'test'],
    ],
    [
      ['train.parquet', 'test.json', 'val.ndjson', 'all.tab'],
      ['train', 'test', 'val', 'all'],
    ],
    [
      ['TRAIN.CSV', 'TEST.CSV'],
      ['TRAIN', 'TEST'],
    ],
    [
      ['data.csv.train', 'data.csv.test'],
      ['train', 'test'],
    ],
    [
      ['a.csvs', 'b.csvs'],
      ['a', 'b'],
    ],
    // What all begin or end with is left out word by word, and never all of a name.
    [
      ['training.csv', 'trial.csv'],
      ['training', 'trial'],
    ],
    [
      ['x_a_y_b_z.csv', 'x_c_y_d_z.csv'],
      ['a_y_b', 'c_y_d'],
    ],
    [
      ['a__1.csv', 'a__2.csv'],
      ['1', '2'],
    ],
    [
      ['preds.csv', 'preds_test.csv'],
      ['preds', 'preds_test'],
    ],
    [
      ['a_b_a.csv', 'a_a.csv'],
      ['b_a', 'a'],
    ],
    [
      ['train_1_x.csv', 'test_1_x.csv', 'val_2_x.csv'],
      ['train_1', 'test_1', 'val_2'],
    ],
    [
      ['_train_.csv', '-test-.csv'],
      ['train', 'test'],
    ],
    // Where nothing is left, the file itself; names are never the same twice.
    [
      ['.csv', 'a.csv'],
      ['.csv', 'a'],
    ],
    [
      ['_.csv', 'a.csv'],
      ['_.csv', 'a'],
    ],
    [
      ['a.csv', 'a.tsv'],
      ['a', 'a (2)'],
    ],
    [['a.csv'], ['a']],
  ])('%j: %j', (files, names) => expect(splitNames(files)).toEqual(names));
});
