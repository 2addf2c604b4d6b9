import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrainingHistory } from '../../../src/core/training/history.ts';
import { PATIENCE, trainingStory } from '../../../src/core/training/observations.ts';

function historyOf(
  train: readonly number[],
  validation: readonly number[] | null,
  more: Partial<TrainingHistory> & { readonly lost?: readonly number[] } = {},
): TrainingHistory {
  const { lost = [], ...change } = more;
  const series = [{ side: 'train', column: 'loss', values: Float64Array.from(train), lost }] as const;
  const besides =
    validation === null
      ? []
      : ([{ side: 'validation', column: 'val_loss', values: Float64Array.from(validation), lost: [] }] as const);
  return {
    numbering: 'epoch',
    epochs: Float64Array.from(train, (_, at) => at),
    runStarts: [0],
    measures: [{ stem: 'loss', kind: 'loss', series: [...series, ...besides] }],
    aside: [],
    rows: train.length,
    unnumbered: 0,
    repeatedHeads: 0,
    ...change,
  };
}

describe('what is said of a training', () => {
  it('that overfits', () => {
    const story = trainingStory(historyOf([9, 8, 7, 6, 5, 4], [9, 7, 8, 6.5, 7, 8]));
    // The lowest is the fourth; two epochs are too few to speak of a turn.
    expect(story).toMatchObject({ best: 3, verdict: 'tooEarly', heldOut: 'validation' });
    expect(story.observations).toEqual(['first', 'bothFalling', 'setback', 'lowest', 'aboveLowest', 'aboveLowest']);
    const longer = trainingStory(historyOf([9, 8, 7, 6, 5, 4, 3], [9, 7, 8, 6.5, 7, 8, 7]));
    expect(longer).toMatchObject({ best: 3, verdict: 'overfits' });
    expect(longer.observations?.slice(3)).toEqual(['lowest', 'turn', 'overfitting', 'overfitting']);
  });

  it('whose training loss does not fall either: no overfitting', () => {
    const story = trainingStory(historyOf([5, 4, 4, 4, 4], [5, 4, 5, 5, 5]));
    expect(story.verdict).toBe('level');
    expect(story.observations).toEqual(['first', 'lowest', 'aboveLowest', 'aboveLowest', 'aboveLowest']);
  });

  it('that could go on', () => {
    const story = trainingStory(historyOf([5, 6, 3], [5, 4, 3]));
    expect(story).toMatchObject({ best: 2, verdict: 'stillFalling' });
    expect(story.observations).toEqual(['first', 'validationFalls', 'lowest']);
  });

  it('of one epoch', () => {
    expect(trainingStory(historyOf([5], [5]))).toMatchObject({ observations: ['first'], verdict: 'oneEpoch', best: 0 });
  });

  it('without validation', () => {
    const story = trainingStory(historyOf([5, 4, 4, 3], null));
    expect(story).toMatchObject({ verdict: 'noValidation', best: null, heldOut: null });
    expect(story.observations).toEqual(['first', 'falling', 'notFalling', 'falling']);
  });

  it('whose loss turns into no number', () => {
    const story = trainingStory(historyOf([5, 4, Number.NaN, Number.NaN], [5, 4, 6, 7], { lost: [2, 3] }));
    expect(story).toMatchObject({ verdict: 'diverged', lostAt: 2 });
    expect(story.observations).toEqual(['first', 'lowest', 'noNumber', 'noNumber']);
  });

  it('with gaps: nothing is said of what is not written down', () => {
    const story = trainingStory(historyOf([5, 4, 3, Number.NaN], [5, Number.NaN, 4, 4.5]));
    expect(story.observations).toEqual(['first', 'gap', 'lowest', 'gap']);
    expect(story.lostAt).toBeNull();
  });

  it('that began anew: each run by itself, the lowest of all', () => {
    const story = trainingStory(historyOf([5, 4, 5, 3, 2], [5, 4, 6, 5, 4.5], { runStarts: [0, 2] }));
    expect(story).toMatchObject({ best: 1, verdict: 'stillFalling' });
    expect(story.observations).toEqual(['first', 'lowest', 'first', 'bothFalling', 'lowest']);
  });

  it('without any loss', () => {
    expect(trainingStory(historyOf([1], null, { measures: [] }))).toMatchObject({
      verdict: 'noLoss',
      observations: null,
    });
  });

  it('marks the least validation loss, and speaks of a turn only behind it and with patience', () => {
    const losses = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(losses, losses, (train, validation) => {
        const count = Math.min(train.length, validation.length);
        const held = validation.slice(0, count);
        const story = trainingStory(historyOf(train.slice(0, count), held));
        expect(held[story.best ?? -1]).toBe(Math.min(...held));
        expect(story.observations).toHaveLength(count);
        const turn = story.observations?.indexOf('turn') ?? -1;
        const isTurned = turn >= 0;
        expect(isTurned).toBe(story.verdict === 'overfits');
        if (!isTurned) return;
        expect(turn).toBe((story.best ?? 0) + 1);
        expect(count - turn).toBeGreaterThanOrEqual(PATIENCE);
        expect(train[count - 1]).toBeLessThan(train[story.best ?? 0]);
      }),
    );
  });
});
