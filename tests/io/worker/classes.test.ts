import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countAt } from '../../../src/core/classes/confusionMatrix.ts';
import type { ClassDecision } from '../../../src/core/classes/decide.ts';
import type { ClassesDecided, ClassesMeasured, DatasetSummary } from '../../../src/io/io.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';
import { goldenClasses } from '../../golden/readGolden.ts';
import { fileOf, never } from '../read/reading.ts';

async function openClasses(content: string) {
  const session = createDatasetSession();
  const open = { kind: 'open', files: [fileOf(content)] } as const;
  const { inferred: interpretation } = (await session(never, open, () => {})) as DatasetSummary;
  return {
    measure: async (change = {}) =>
      (await session(
        never,
        { kind: 'classes', interpretation: { ...interpretation, ...change } },
        () => {},
      )) as ClassesMeasured,
    decide: async (decision: ClassDecision) =>
      (await session(never, { kind: 'decideClasses', interpretation, decision }, () => {})) as ClassesDecided,
  };
}

describe('the worker, asked about classes', () => {
  it('decides a file as its oracle does', async () => {
    const { multiclass } = JSON.parse(readFileSync('tests/golden/wine.json', 'utf8'));
    const { measure, decide } = await openClasses(readFileSync('tests/golden/wine.csv', 'utf8'));
    const [{ split, matrix }] = (await decide({ kind: 'argmax' })).splits;
    expect(split).toBe('all');
    const places = multiclass.classes.map((_: string, place: number) => place) as number[];
    expect(places.map((actual) => places.map((predicted) => countAt(matrix, actual, predicted)))).toEqual(
      multiclass.confusion_matrix,
    );
    const { ranges, splits } = await measure();
    expect(ranges).toEqual(places.map(() => ({ low: 0, high: 1 })));
    expect(splits[0].overview.classes.map(({ support }) => support)).toEqual(multiclass.per_class.support);
    expect(goldenClasses('wine', 'label', multiclass.classes).yTrue).toHaveLength(splits[0].overview.rows);
  });

  it('sorts rows by split and leaves out what lacks something', async () => {
    const text = [
      'truth,split,w,p_a,p_b,p_c',
      'a,test,1,0.8,0.1,0.1',
      'b,train,2,0.1,0.8,0.1',
      'c,test,3,0.5,0.1,0.4',
      ',test,1,0.5,0.1,0.4',
      'a,,1,0.5,0.1,0.4',
      'a,test,-1,0.5,0.1,0.4',
      'b,test,1,0.5,,0.4',
      'b,train,0.5,0.5,0.1,0.4',
    ].join('\n');
    const { measure, decide } = await openClasses(text.replaceAll(',w,', ',weight,'));
    const { splits } = await measure();
    expect(splits.map(({ split, overview }) => [split, overview.rows])).toEqual([
      ['test', 2],
      ['train', 2],
    ]);
    const decided = await decide({ kind: 'thresholds', thresholds: [0.6, 0.5, 0.4], rule: '>=', fallback: 'other' });
    const [test, train] = decided.splits.map(({ matrix }) => matrix);
    expect([countAt(test, 0, 0), countAt(test, 2, 2), countAt(train, 1, 1), countAt(train, 1, 2)]).toEqual([
      1, 3, 2, 0.5,
    ]);
  });

  it('measures the same rows whichever class is in view', async () => {
    const { measure } = await openClasses(readFileSync('tests/golden/wine.csv', 'utf8'));
    const other = { score: 'class_1', positiveLabel: 'class_1', scoredLabel: 'class_1' };
    expect(await measure(other)).toEqual(await measure());
  });

  it('has nothing to say about a file with one score', async () => {
    const { measure } = await openClasses('y_true,y_prob\n1,0.7\n0,0.2\n');
    await expect(measure()).rejects.toThrow('no score for each class');
  });
});
