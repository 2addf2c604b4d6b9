import { describe, expect, it } from 'vitest';
import { changeBetween, measureVersions, versionColumns } from '../../../src/core/compare/versions.ts';
import type { ColumnProfile } from '../../../src/core/dataset/profile.ts';
import { delongVariance } from '../../../src/core/intervals/delong.ts';
import type { Interpretation } from '../../../src/core/roles/interpretation.ts';
import { countConfusion, indexOf, rowsOf } from '../rows.ts';

const profile = (name: string, distinct = 5) => ({ name, distinct }) as ColumnProfile;
const reading = { label: 'y', score: 'p', scoreReading: { kind: 'asIs' } } as unknown as Interpretation;

it('columns of versions are named so, have no other role, and more than one value', () => {
  const names = ['y', 'p', 'month', 'scoreDate', 'model_version', 'age', 'update', 'year', 'Release', 'source'];
  const profiles = [...names.map((name) => profile(name)), profile('batch', 1)];
  expect(versionColumns(profiles, reading, 'source')).toEqual([
    'month',
    'scoreDate',
    'model_version',
    'year',
    'Release',
    'source',
  ]);
});

describe('versions', () => {
  const first = rowsOf([1, 1, 0, 0, 0], [0.9, 0.4, 0.5, 0.2, 0.1]);
  const second = rowsOf([1, 1, 0, 0], [0.9, 0.8, 0.3, 0.2]);
  const oneClass = rowsOf([0, 0], [0.3, 0.7]);
  const none = rowsOf([], []);
  const versions = [none, first, oneClass, second].map((rows, at) => ({
    name: `v${at}`,
    rows: rows.yTrue.length,
    index: indexOf(rows),
  }));
  const measured = measureVersions(versions, 0.5, '>=', { kind: 'metric', id: 'f1' });

  it('are measured each by itself, drift against the first that has rows', () => {
    expect(measured[1].auc).toEqual(delongVariance(indexOf(first)));
    expect(measured[3]).toMatchObject({ rows: 4, positives: 2, negatives: 2, best: 0.8 });
    expect(measured[3].confusion).toEqual(countConfusion(second, 0.5, '>='));
    expect(measured[1].drift).toBeNull();
    expect(measured[3].drift?.ksDistance).toBeCloseTo(0.3, 12);
  });

  it('have nothing to say without rows, or with one class', () => {
    expect(measured[0]).toMatchObject({ rows: 0, best: null, drift: { ksDistance: NaN }, auc: { auc: NaN } });
    expect(measured[2]).toMatchObject({ rows: 2, best: null, auc: { auc: NaN } });
    expect(measured[2].drift?.ksDistance).toBeGreaterThan(0);
  });

  it('differ with the variances of both', () => {
    const change = changeBetween({ auc: 0.8, variance: 0.0009 }, { auc: 0.7, variance: 0.0016 });
    expect(change.difference).toBeCloseTo(-0.1, 12);
    expect(change.high - change.low).toBeCloseTo(2 * 1.959963984540054 * 0.05, 12);
  });
});
