import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ModelRows, pairedScores, pairRows } from '../../../src/core/compare/pairRows.ts';

interface Row {
  readonly place: number;
  readonly key: string | null;
  readonly label: number;
  readonly score: number;
}

const modelOf = (rows: readonly Row[], sampleWeight: readonly number[] | null = null): ModelRows => ({
  rows: Uint32Array.from(rows, ({ place }) => place),
  yTrue: Uint8Array.from(rows, ({ label }) => label),
  yScore: Float64Array.from(rows, ({ score }) => score),
  sampleWeight: sampleWeight === null ? null : Float64Array.from(sampleWeight),
});

describe('rows that several models have scored', () => {
  it('are those in all of them where scores stand in columns', () => {
    const places = fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 15 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(places, places, places, (...models) => {
        const rows = models.map((all) =>
          all.map((place) => ({ place, key: null, label: place % 2, score: place / 7 })),
        );
        const common = models[0].filter((place) => models.every((all) => all.includes(place)));
        const found = pairRows(
          rows.map((each) => modelOf(each)),
          null,
        );
        expect([...found.yTrue]).toEqual(common.map((place) => place % 2));
        for (const scores of found.yScores) expect([...scores]).toEqual(common.map((place) => place / 7));
        expect(found.alone).toEqual(models.map((all) => all.length - common.length));
        expect([found.ambiguous, found.contradicted]).toEqual([0, 0]);
      }),
    );
  });

  it('are those with the same key once in each where scores stand one below the other', () => {
    const row = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', null), label: fc.constantFrom(0, 1) });
    const model = fc.array(row, { maxLength: 8 });
    fc.assert(
      fc.property(model, model, (one, two) => {
        const first = one.map((each, place) => ({ ...each, place, score: place }));
        const second = two.map((each, at) => ({ ...each, place: one.length + at, score: 100 + at }));
        const keys = [...first, ...second].map(({ key }) => key);
        const found = pairRows([modelOf(first), modelOf(second)], (place) => keys[place]);
        const isOnce = (rows: readonly Row[], key: string | null) =>
          key !== null && rows.filter((each) => each.key === key).length === 1;
        const pairs = first.flatMap((a) => {
          const b = second.find(({ key }) => key === a.key);
          return b !== undefined && isOnce(first, a.key) && isOnce(second, a.key) ? [[a, b] as const] : [];
        });
        const agreed = pairs.filter(([a, b]) => a.label === b.label);
        expect([...found.yScores[0]]).toEqual(agreed.map(([a]) => a.score));
        expect([...found.yScores[1]]).toEqual(agreed.map(([, b]) => b.score));
        const scoreOf = new Map(agreed.map(([a, b]) => [a.place, b.score]));
        expect([...pairedScores(modelOf(first), modelOf(second), (place) => keys[place])]).toEqual(
          first.map(({ place }) => scoreOf.get(place) ?? Number.NaN),
        );
        expect(found.contradicted).toBe(pairs.length - agreed.length);
        const unclear = (rows: readonly Row[]) => rows.filter(({ key }) => !isOnce(rows, key)).length;
        expect(found.ambiguous).toBe(unclear(first) + unclear(second));
        expect(found.alone).toEqual([first, second].map((rows) => rows.length - pairs.length - unclear(rows)));
      }),
    );
  });

  it('weigh what they weigh for the first', () => {
    const rows = [0, 1, 2].map((place) => ({ place, key: null, label: 1, score: place }));
    const found = pairRows([modelOf(rows, [2, 3, 4]), modelOf(rows.slice(1), [9, 9])], null);
    expect([...(found.sampleWeight ?? [])]).toEqual([3, 4]);
  });

  it('are none where the models share none', () => {
    const rows = [0, 1].map((place) => ({ place, key: null, label: 1, score: place }));
    const found = pairRows([modelOf(rows.slice(0, 1)), modelOf(rows.slice(1))], null);
    expect([found.yTrue.length, found.alone]).toEqual([0, [1, 1]]);
  });
});
