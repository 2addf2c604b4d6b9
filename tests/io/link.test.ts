import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseCondition } from '../../src/core/cases/caseSelection.ts';
import { tidyEdges } from '../../src/core/slices/grouping.ts';
import { type Link, readLink, writeLink } from '../../src/io/link.ts';

const anyText = fc.string({ maxLength: 40 });
const anyNumber = fc.double({ noNaN: true });

const endNumber = anyNumber.map((value) => value + 0);
const range = fc.record({ low: endNumber, high: endNumber, isLowIn: fc.boolean(), isHighIn: fc.boolean() });
const anyCondition: fc.Arbitrary<CaseCondition> = fc.oneof(
  fc.record({ kind: fc.constant('split' as const), split: anyText }),
  fc.record({ kind: fc.constant('label' as const), isPositive: fc.boolean() }),
  fc.record({ kind: fc.constant('flagged' as const), isFlagged: fc.boolean() }),
  fc.record({ kind: fc.constant('score' as const), range }),
  fc.record({ kind: fc.constant('value' as const), column: anyText, value: anyText }),
  fc.record({ kind: fc.constantFrom('range' as const, 'words' as const), column: anyText, range }),
  fc.record({ kind: fc.constantFrom('missing' as const, 'noNumber' as const), column: anyText }),
  fc.record({ kind: fc.constant('marked' as const) }),
  fc.record({
    kind: fc.constant('flip' as const),
    way: fc.constantFrom('intoFlagged' as const, 'outOfFlagged' as const, null),
    other: fc.oneof(
      fc.record({
        kind: fc.constant('threshold' as const),
        threshold: endNumber,
        rule: fc.constantFrom('>=' as const, '>' as const),
      }),
      fc.record({
        kind: fc.constant('model' as const),
        model: anyText,
        at: fc.constantFrom('threshold' as const, 'recall' as const, 'flags' as const),
        threshold: endNumber,
      }),
    ),
  }),
);

const anyLink: fc.Arbitrary<Link> = fc.record(
  {
    data: anyText,
    file: anyText,
    rows: fc.nat(),
    threshold: anyNumber.map((value) => value + 0),
    rule: fc.constantFrom('>=' as const, '>' as const),
    view: fc.constantFrom('tune' as const, 'slices' as const, 'cases' as const, 'predict' as const, 'data' as const),
    caseSelection: fc.array(anyCondition, { minLength: 1, maxLength: 5 }),
    caseOrder: fc.oneof(
      fc.constantFrom('file' as const, 'distance' as const, 'scoreAscending' as const),
      fc.record({ column: anyText, isDescending: fc.boolean() }),
    ),
    caseSearch: anyText,
    split: anyText,
    chosenOn: anyText,
    model: anyText,
    positiveLabel: anyText,
    scoreReading: fc.oneof(
      fc.record({ kind: fc.constantFrom('asIs' as const, 'sigmoid' as const) }),
      fc.record({ kind: fc.constantFrom('softmax' as const, 'predictedLabel' as const), column: anyText }),
    ),
    recalibratedOn: anyText,
    areWeightsCounts: fc.boolean(),
    repairs: fc.array(
      fc.record({ kind: fc.constantFrom('divideBy100' as const, 'ignoreColumn' as const), column: anyText }),
      { minLength: 1, maxLength: 3 },
    ),
    missPrice: fc.double({ min: 0, max: 1e15, noNaN: true }),
    hitPrice: fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((value) => value + 0),
    leftAlonePrice: fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((value) => value + 0),
    beta: fc.double({ min: 0.1, max: 10, noNaN: true }),
    pt: fc.double({ min: 0, max: 0.99, noNaN: true }),
    topCount: fc.nat(),
    amountOfPositives: anyText,
    amountFactors: fc.array(
      fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((value) => value + 0),
      { minLength: 4, maxLength: 4 },
    ),
    goal: anyText,
    shownGoals: fc.array(fc.constantFrom('lowestCost', 'fbeta', 'flagCount'), { minLength: 1 }),
    unit: fc.string({ maxLength: 12 }),
    band: fc
      .tuple(anyNumber, anyNumber)
      .map(([a, b]): readonly [number, number] => [Math.min(a, b) + 0, Math.max(a, b) + 0]),
    reviewPrice: fc.double({ min: 0, max: 1e15, noNaN: true }),
    reviewAccuracy: fc.double({ min: 0, max: 1, noNaN: true }),
    reviewCapacity: fc.double({ min: 0, max: 1e15, noNaN: true }),
    productionRate: fc.double({ min: 0, max: 1, noNaN: true }),
    productionCases: fc.double({ min: 0, max: 1e15, noNaN: true }),
    reliabilityBins: fc.constant('quantile' as const),
    iconQuestion: fc.constantFrom('positives' as const, 'all' as const),
    quizSeed: fc.integer({ min: 1, max: 9999 }),
    openSections: fc.array(fc.constantFrom('certainty', 'roc', 'metrics')),
    requirements: fc.array(
      fc.record({
        measure: fc.constantFrom('recall' as const, 'netBenefit' as const, 'flagged' as const, 'cost' as const),
        bound: fc.constantFrom('atLeast' as const, 'atMost' as const),
        value: fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((value) => value + 0),
        byInterval: fc.boolean(),
        isOn: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    groupBys: fc.array(
      fc.record({
        column: fc.string({ minLength: 1, maxLength: 40 }),
        edges: fc.oneof(
          fc.constant(null),
          fc
            .array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 4 })
            .map((edges) => tidyEdges(edges)),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    groupMetrics: fc.array(fc.constantFrom('recall', 'fpr', 'rocAuc'), { minLength: 1 }),
    groupOrder: fc.constantFrom('-recall', 'rows', '-group'),
    groupPlotted: fc.constantFrom('fpr', 'lift'),
    minRecall: fc.double({ min: 0, max: 1, noNaN: true }),
    chartMetrics: fc.array(fc.constantFrom('precision', 'recall', 'f1'), { minLength: 1 }),
  },
  { requiredKeys: [] },
);

describe('a link', () => {
  it('reads as INTERFACE writes it', () => {
    const { link, problems } = readLink('#data=streamlit-demo&t=0.59&rule=gte&split=test&pos=1&view=tune');
    expect(problems).toEqual([]);
    expect(link).toEqual({
      data: 'streamlit-demo',
      threshold: 0.59,
      rule: '>=',
      split: 'test',
      positiveLabel: '1',
      view: 'tune',
      unknown: [],
    });
  });

  it('comes back from its own address to the last bit', () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        const { link: read, problems } = readLink(writeLink(link));
        expect(problems).toEqual([]);
        // −0 and 0 are the same threshold and are written alike.
        expect(read).toEqual({ ...link, unknown: [], ...(link.threshold === 0 ? { threshold: 0 } : {}) });
      }),
    );
  });

  it('keeps what it does not know and writes it back', () => {
    const { link } = readLink('later=7&t=0.5&also=%26x');
    expect(link.unknown).toEqual([
      ['later', '7'],
      ['also', '&x'],
    ]);
    expect(readLink(writeLink(link)).link).toEqual(link);
  });

  it.each([
    ['t=abc', 't', 'abc'],
    ['band=0.6,0.2', 'band', '0.6,0.2'],
    ['band=0.6', 'band', '0.6'],
    ['band=a,b', 'band', 'a,b'],
    ['right=1.1', 'right', '1.1'],
    ['need=recall:min', 'need', 'recall:min'],
    ['need=recall:min:much', 'need', 'recall:min:much'],
    ['need=recall:over:0.9', 'need', 'recall:over:0.9'],
    ['need=constructor:min:0.9', 'need', 'constructor:min:0.9'],
    ['need=recall:min:0.9:off:off', 'need', 'recall:min:0.9:off:off'],
    ['need=recall:min:Infinity', 'need', 'recall:min:Infinity'],
    ['t=', 't', ''],
    ['t=NaN', 't', 'NaN'],
    ['t=1e999', 't', '1e999'],
    ['rule=maybe', 'rule', 'maybe'],
    ['rule=__proto__', 'rule', '__proto__'],
    ['rule=constructor', 'rule', 'constructor'],
    ['view=admin', 'view', 'admin'],
    ['p=1.5', 'p', '1.5'],
    ['miss=-1e16', 'miss', '-1e16'],
    ['rows=-3', 'rows', '-3'],
    ['fix=divideBy100', 'fix', 'divideBy100'],
    ['fix=constructor:p', 'fix', 'constructor:p'],
    ['unit=aVeryLongUnitIndeed', 'unit', 'aVeryLongUnitIndeed'],
  ])('reports and ignores %s', (hash, name, value) => {
    const { link, problems } = readLink(hash);
    expect(problems).toEqual([{ name, value }]);
    expect(link).toEqual({ unknown: [] });
  });

  it('takes an infinite threshold, which is how nobody is flagged', () => {
    expect(readLink('t=Infinity').link.threshold).toBe(Number.POSITIVE_INFINITY);
  });

  it('never throws and never touches the prototype of objects, whatever stands in the address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        readLink(hash);
      }),
    );
    readLink('__proto__=x&constructor=y&%E0%A4%A=1&t=%ff&data=%00');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(readLink('__proto__=x').link.unknown).toEqual([['__proto__', 'x']]);
  });

  it('reads a very long address in bounded time and keeps a bounded part of it', () => {
    const { link } = readLink(`a=${'x'.repeat(5_000_000)}`);
    expect(link.unknown?.[0][1].length).toBeLessThan(20_001);
  });
});

it('takes no more requirements than a person could mean, and says so', () => {
  const { link, problems } = readLink(Array.from({ length: 22 }, () => 'need=recall:min:0.5').join('&'));
  expect(link.requirements).toHaveLength(20);
  expect(problems).toEqual(Array.from({ length: 2 }, () => ({ name: 'need', value: 'recall:min:0.5' })));
});
