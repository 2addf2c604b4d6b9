import { describe, expect, it } from 'vitest';
import { columnMeaning } from '../../../src/core/training/columnMeaning.ts';

describe('what the name of a column says', () => {
  it.each([
    ['loss', 'loss', null],
    ['val_loss', 'loss', 'validation'],
    ['valid_loss', 'loss', 'validation'],
    ['eval_loss', 'loss', 'validation'],
    ['Loss/train', 'loss', 'train'],
    ['loss_val', 'loss', 'validation'],
    ['train-logloss-mean', 'logloss', 'train'],
    ['test_acc', 'acc', 'test'],
    ['valAccuracy', 'accuracy', 'validation'],
    ['my_own_number', 'my_own_number', null],
  ])('%s', (name, stem, side) => {
    expect(columnMeaning(name)).toEqual({ kind: 'measure', stem, side, isOfStep: false });
  });

  it('tells a number of steps from one of the epoch', () => {
    expect(columnMeaning('train_loss_step')).toMatchObject({ stem: 'loss', side: 'train', isOfStep: true });
    expect(columnMeaning('train_loss_epoch')).toMatchObject({ stem: 'loss', side: 'train', isOfStep: false });
  });

  it.each([
    ['epoch', 'epoch'],
    ['Epoch', 'epoch'],
    ['global_step', 'step'],
    ['lr', 'aside'],
    ['learning_rate', 'aside'],
    ['epoch_time', 'aside'],
    ['train-logloss-std', 'aside'],
  ])('%s is no measure', (name, kind) => {
    expect(columnMeaning(name)).toEqual({ kind });
  });
});
