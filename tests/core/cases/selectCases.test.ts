import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseCondition, isInRange, withCondition } from '../../../src/core/cases/caseSelection.ts';
import { orderCases } from '../../../src/core/cases/orderCases.ts';
import { searchCases } from '../../../src/core/cases/searchCases.ts';
import { selectCases } from '../../../src/core/cases/selectCases.ts';
import { keepRows } from '../../../src/core/rows/keptRows.ts';
import { rule } from '../arbitraryRows.ts';
import { inferred, tableOf } from '../dataset/tables.ts';
import { finished } from '../finished.ts';

const INTERPRETATION = inferred(tableOf({ y_true: [0, 1], y_prob: [0.1, 0.2], split: ['a', 'b'] }));

const SCORES = [0.1, 0.3, 0.30000000000000004, 0.5, 0.7];
const row = fc.record({
  label: fc.constantFrom(0, 1),
  score: fc.constantFrom(...SCORES),
  split: fc.constantFrom('a', 'b'),
  town: fc.constantFrom('Ulm', 'Bonn', '', 'NA', '12', '7', 'Bad Ems', ' New  York City '),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const end = fc.constantFrom(...SCORES, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
const range = fc.record({ low: end, high: end, isLowIn: fc.boolean(), isHighIn: fc.boolean() });
const townRange = range.map((each) => ({ ...each, low: each.low * 10, high: each.high * 20 }));
const wordEnd = fc.constantFrom(0, 1, 2, 3, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
const wordRange = fc.record({ low: wordEnd, high: wordEnd, isLowIn: fc.boolean(), isHighIn: fc.boolean() });
const condition: fc.Arbitrary<CaseCondition> = fc.oneof(
  fc.record({ kind: fc.constant('split' as const), split: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constant('label' as const), isPositive: fc.boolean() }),
  fc.record({ kind: fc.constant('flagged' as const), isFlagged: fc.boolean() }),
  fc.record({ kind: fc.constant('score' as const), range }),
  fc.record({
    kind: fc.constant('value' as const),
    column: fc.constantFrom('town', 'none'),
    value: fc.constantFrom('Ulm', '12', ''),
  }),
  fc.record({ kind: fc.constant('range' as const), column: fc.constant('town'), range: townRange }),
  fc.record({ kind: fc.constantFrom('missing' as const, 'noNumber' as const), column: fc.constant('town') }),
  fc.record({ kind: fc.constant('words' as const), column: fc.constant('town'), range: wordRange }),
  fc.record({ kind: fc.constant('marked' as const) }),
);

const MARKED = new Set([1, 4]);

/** By hand, from the words of the contract alone. */
function holds(each: Row, at: number, wanted: CaseCondition, threshold: number, by: '>=' | '>'): boolean {
  const within = (value: number, ends: { low: number; high: number; isLowIn: boolean; isHighIn: boolean }) =>
    (value > ends.low || (ends.isLowIn && value === ends.low)) &&
    (value < ends.high || (ends.isHighIn && value === ends.high));
  const isMissing = each.town === '' || each.town === 'NA';
  const number = isMissing || /[a-z]/i.test(each.town) ? Number.NaN : Number(each.town);
  switch (wanted.kind) {
    case 'split':
      return each.split === wanted.split;
    case 'label':
      return (each.label === 1) === wanted.isPositive;
    case 'flagged':
      return (by === '>=' ? each.score >= threshold : each.score > threshold) === wanted.isFlagged;
    case 'score':
      return within(each.score, wanted.range);
    case 'words':
      return !isMissing && within(each.town.split(' ').filter((part) => part !== '').length, wanted.range);
    case 'value':
      return wanted.column === 'town' && each.town === wanted.value;
    case 'range':
      return within(number, wanted.range);
    case 'missing':
      return isMissing;
    case 'noNumber':
      return !isMissing && Number.isNaN(number);
    case 'marked':
      return MARKED.has(at);
    case 'flip':
      return false;
  }
}

const tableOfRows = (rows: readonly Row[]) =>
  tableOf({
    y_true: rows.map(({ label }) => label),
    y_prob: rows.map(({ score }) => score),
    split: rows.map(({ split }) => split),
    town: rows.map(({ town }) => town),
  });

describe('selectCases', () => {
  it('finds the rows that a look at each would find', () => {
    const rowsOf = fc.array(row, { minLength: 1, maxLength: 20 });
    const selectionOf = fc.array(condition, { maxLength: 3 });
    fc.assert(
      fc.property(rowsOf, selectionOf, fc.constantFrom(...SCORES), rule, (rows, selection, threshold, by) => {
        const dataset = tableOfRows(rows);
        const kept = keepRows(dataset, INTERPRETATION);
        const ground = { dataset, kept, threshold, rule: by, marked: MARKED, flips: null };
        const expected = rows.flatMap((each, at) =>
          selection.every((wanted) => holds(each, at, wanted, threshold, by)) ? [at] : [],
        );
        expect([...finished(selectCases(ground, selection))]).toEqual(expected);
      }),
    );
  });

  it('takes the flips that it is given', () => {
    const dataset = tableOf({ y_true: [0, 1, 0], y_prob: [0.1, 0.2, 0.3], split: ['a', 'a', 'a'] });
    const kept = keepRows(dataset, INTERPRETATION);
    const ground = {
      dataset,
      kept,
      threshold: 0.5,
      rule: '>=' as const,
      marked: MARKED,
      flips: Int8Array.of(1, 0, -1),
    };
    const other = { kind: 'threshold' as const, threshold: 0.2, rule: '>=' as const };
    const found = (way: 'intoFlagged' | 'outOfFlagged' | null) => [
      ...finished(selectCases(ground, [{ kind: 'flip', other, way }])),
    ];
    expect([found('intoFlagged'), found('outOfFlagged'), found(null)]).toEqual([[0], [2], [0, 2]]);
  });

  it('a condition takes the place of one on the same thing', () => {
    const first = withCondition([{ kind: 'split', split: 'a' }], { kind: 'missing', column: 'town' });
    const second = withCondition(first, { kind: 'value', column: 'town', value: 'Ulm' });
    expect(second).toEqual([
      { kind: 'split', split: 'a' },
      { kind: 'value', column: 'town', value: 'Ulm' },
    ]);
  });

  it('no number lies in no range', () => {
    expect(isInRange(Number.NaN, { low: -Infinity, high: Infinity, isLowIn: true, isHighIn: true })).toBe(false);
    expect(isInRange(Infinity, { low: 0, high: Infinity, isLowIn: true, isHighIn: true })).toBe(true);
  });
});

describe('searchCases', () => {
  it('needs every word in some cell, whatever its case', () => {
    const dataset = tableOf({ y_true: [0, 1, 0], y_prob: [0.15, 0.2, 0.3], town: ['Ulm', 'BONN', 'ulm old'] });
    const rows = Uint32Array.of(0, 1, 2);
    const found = (text: string) => [...finished(searchCases(dataset.columns, rows, rows, text))];
    expect(found('ULM')).toEqual([0, 2]);
    expect(found(' ulm  0.15 ')).toEqual([0]);
    expect(found('on')).toEqual([1]);
    expect(found('')).toEqual([0, 1, 2]);
    expect(found('paris')).toEqual([]);
  });
});

describe('orderCases', () => {
  it('orders by distance, score and column as a stable sort does', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.constantFrom(...SCORES), (rows, threshold) => {
        const dataset = tableOfRows(rows);
        const kept = keepRows(dataset, INTERPRETATION);
        const places = Uint32Array.from(rows, (_, at) => at);
        const listed = (order: Parameters<typeof orderCases>[3]) => [
          ...finished(orderCases(dataset, kept, places, order, { threshold })),
        ];
        const sorted = (keyOf: (each: Row) => number) =>
          [...places].sort((a, b) => keyOf(rows[a]) - keyOf(rows[b]) || a - b);
        expect(listed('file')).toEqual([...places]);
        expect(listed('distance')).toEqual(sorted(({ score }) => Math.abs(score - threshold)));
        expect(listed('scoreDescending')).toEqual(sorted(({ score }) => -score));
        expect(listed('scoreAscending')).toEqual(sorted(({ score }) => score));
        const rank = { '7': 0, '12': 1, ' New  York City ': 2, 'Bad Ems': 3, Bonn: 4, Ulm: 5, '': 9, NA: 9 };
        const rankDown = { '12': 0, '7': 1, Ulm: 2, Bonn: 3, 'Bad Ems': 4, ' New  York City ': 5, '': 9, NA: 9 };
        expect(listed({ column: 'town', isDescending: false })).toEqual(sorted(({ town }) => rank[town as 'NA']));
        expect(listed({ column: 'town', isDescending: true })).toEqual(sorted(({ town }) => rankDown[town as 'NA']));
      }),
    );
  });
});
