import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSession, type Session, storedSession, versionOf } from '../../src/io/session.ts';

const SESSION: Session = {
  link: 'file=own.csv&t=0.59',
  address: '',
  decision: {
    thresholds: [['1', 0.59]],
    rule: '>=',
    prices: { miss: 5, falseAlarm: 1, hit: 0, leftAlone: 0, unit: '€' },
  },
  past: [{ thresholds: [], rule: '>', prices: { miss: 5, falseAlarm: 0, hit: 0, leftAlone: 0, unit: '' } }],
  future: [],
  matrixShare: 'actual',
};

const READING = {
  label: 'y',
  score: 'p',
  split: null,
  weight: null,
  id: null,
  modelColumn: null,
  modelName: null,
  positiveLabel: '1',
  negativeLabel: '0',
  scoredLabel: '1',
  scoreReading: { kind: 'asIs' as const },
  recalibratedOn: null,
  areWeightsCounts: false,
  repairs: [],
};

const threshold = fc.double({ noNaN: true });
const price = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
const amount = fc.double({ noNaN: true, noDefaultInfinity: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const prices = fc.record({ miss: amount, falseAlarm: amount, hit: amount, leftAlone: amount, unit: fc.string() });
const review = fc.record({
  band: fc.option(fc.tuple(threshold, threshold).map(([a, b]) => ({ lower: Math.min(a, b), upper: Math.max(a, b) }))),
  price,
  accuracy: share,
  capacity: fc.option(price),
});
const requirement = fc.record({
  measure: fc.constantFrom('recall' as const, 'flagged' as const, 'cost' as const),
  bound: fc.constantFrom('atLeast' as const, 'atMost' as const),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  byInterval: fc.boolean(),
  isOn: fc.boolean(),
});
const decision = fc.record({
  thresholds: fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')), threshold)),
  rule: fc.constantFrom('>=' as const, '>' as const),
  prices,
  review,
  requirements: fc.array(requirement, { maxLength: 3 }),
  goal: fc.string(),
  settings: fc.record({
    metric: fc.string(),
    minPrecision: share,
    minRecall: share,
    topShare: share,
    topCount: price,
    beta: fc.double({ min: 0.1, max: 10, noNaN: true }),
    pt: fc.double({ min: 0, max: 0.99, noNaN: true }),
    amounts: fc.record({
      positives: fc.option(fc.string()),
      negatives: fc.option(fc.string()),
      factors: fc.record({ tp: amount, fp: amount, fn: amount, tn: amount }),
    }),
  }),
});
const column = fc.option(fc.string());
const step = fc.record(
  {
    thresholds: fc.array(fc.tuple(fc.string(), threshold)),
    rule: fc.constantFrom('>=' as const, '>' as const),
    prices,
    reading: fc.record({
      label: fc.string(),
      score: fc.string(),
      split: column,
      weight: column,
      id: column,
      modelColumn: column,
      modelName: column,
      positiveLabel: fc.string(),
      negativeLabel: column,
      scoredLabel: fc.string(),
      scoreReading: fc.oneof(
        fc.record({ kind: fc.constantFrom('asIs' as const, 'sigmoid' as const) }),
        fc.record({ kind: fc.constantFrom('softmax' as const, 'predictedLabel' as const), column: fc.string() }),
      ),
      recalibratedOn: column,
      areWeightsCounts: fc.boolean(),
      repairs: fc.array(
        fc.record({ kind: fc.constantFrom('divideBy100' as const, 'ignoreColumn' as const), column: fc.string() }),
      ),
    }),
  },
  { requiredKeys: ['thresholds', 'rule', 'prices'] },
);
const anySession: fc.Arbitrary<Session> = fc.record({
  link: fc.string(),
  address: fc.string(),
  decision,
  past: fc.array(step, { maxLength: 100 }),
  future: fc.array(step, { maxLength: 100 }),
  matrixShare: fc.constantFrom('actual' as const, 'predicted' as const, 'all' as const),
});

describe('a stored session', () => {
  it('comes back to the last digit, infinite thresholds and classes of any name included', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const { format: _, ...values } = structuredClone(storedSession(session)) as Session & { format: string };
        expect(readSession(structuredClone(storedSession(session)))).toEqual(values);
        expect(values).toEqual(session);
      }),
    );
  });

  it('is read with the readings of its steps', () => {
    const session = { ...SESSION, past: [{ ...SESSION.past[0], reading: READING }] };
    expect(readSession(storedSession(session))).toEqual(session);
  });

  it('of a version that knew no goals is read: nothing is earned, and the threshold was set by hand', () => {
    const { hit: _, leftAlone: __, ...prices } = SESSION.decision.prices;
    const older = storedSession({ ...SESSION, decision: { ...SESSION.decision, prices } as never });
    expect(readSession(older)).toEqual(SESSION);
  });

  it('is known by its version', () => {
    expect(storedSession(SESSION)).toMatchObject({ format: 'cutpoint.session/1' });
    expect(readSession({ ...SESSION, format: 'cutpoint.session/2', link: 7 })).toBe('later');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'cutpoint.session/1'],
    ['no version', SESSION],
    ['version 0', { ...SESSION, format: 'cutpoint.session/0' }],
    ['version 1.5', { ...SESSION, format: 'cutpoint.session/1.5' }],
    ['another format', { ...SESSION, format: 'other/1' }],
    [
      'NaN as threshold',
      { ...storedSession(SESSION), decision: { ...SESSION.decision, thresholds: [['1', Number.NaN]] } },
    ],
    [
      'a band that stands on its head',
      {
        ...storedSession(SESSION),
        decision: {
          ...SESSION.decision,
          review: { band: { lower: 0.6, upper: 0.2 }, price: 0.5, accuracy: 0.95, capacity: null },
        },
      },
    ],
    ['a rule nobody knows', { ...storedSession(SESSION), decision: { ...SESSION.decision, rule: '<' } }],
    [
      'an infinite price',
      {
        ...storedSession(SESSION),
        past: [{ ...SESSION.past[0], prices: { ...SESSION.past[0].prices, miss: Infinity } }],
      },
    ],
    [
      'a repair nobody knows',
      {
        ...storedSession(SESSION),
        past: [{ ...SESSION.past[0], reading: { ...READING, repairs: [{ kind: 'toString', column: 'p' }] } }],
      },
    ],
    [
      'a requirement of nothing known',
      {
        ...storedSession(SESSION),
        decision: {
          ...SESSION.decision,
          requirements: [{ measure: 'toString', bound: 'atLeast', value: 1, byInterval: false, isOn: true }],
        },
      },
    ],
    ['no history', { ...storedSession(SESSION), past: undefined }],
  ])('is damaged: %s', (_, stored) => {
    expect(readSession(stored)).toBe('damaged');
  });

  it('is read or refused, whatever it is, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (a, b) => {
        expect(readSession(a)).toBe('damaged');
        expect(readSession({ ...storedSession(SESSION), decision: a, past: b })).toBe('damaged');
      }),
    );
  });

  it('names its version even where nothing else can be read', () => {
    expect(versionOf({ format: 'cutpoint.kept/12' }, 'cutpoint.kept/')).toBe(12);
    expect(versionOf(Object.create({ format: 'cutpoint.kept/x' }), 'cutpoint.kept/')).toBeNull();
  });
});
