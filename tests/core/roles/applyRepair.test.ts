import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/core/dataset/dataset.ts';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { prepare } from '../../../src/core/prepare/prepare.ts';
import { appliedRepairs, applyRepair, undoRepair } from '../../../src/core/roles/applyRepair.ts';
import type { Interpretation } from '../../../src/core/roles/interpretation.ts';
import type { Repair } from '../../../src/core/roles/repair.ts';
import { repairedProfiles } from '../../../src/core/roles/repairedColumns.ts';
import { findingsOf, inferred, inTurn, NO_NOTES, preparedOf, tableOf } from '../dataset/tables.ts';

const ROWS = 40;
const NUMBERS = Array.from({ length: ROWS }, (_, row) => row);
const LABELS = inTurn([0, 1, 0, 0], ROWS);
const SCORES = NUMBERS.map((row) => (LABELS[row] * 40 + ((row * 7) % 41)).toFixed(2));

/** What a dataset gives after repairs: the scores of both classes. */
function classesOf(dataset: Dataset, interpretation: Interpretation) {
  const prepared = prepare(dataset, profileColumns(dataset), interpretation, NO_NOTES);
  if ('problem' in prepared) throw new Error(prepared.problem);
  const { positives, negatives } = prepared.evaluations[0].index;
  return { positives: [...positives.scores], negatives: [...negatives.scores], prepared };
}

function repaired(dataset: Dataset, ...repairs: readonly Repair[]) {
  const profiles = profileColumns(dataset);
  return classesOf(
    dataset,
    repairs.reduce((present, repair) => applyRepair(profiles, present, repair), inferred(dataset)),
  );
}

describe('dividing by 100', () => {
  it('gives the doubles that the division gives, and probabilities', () => {
    const dataset = tableOf({ y_true: [0, 1, 1], y_prob: ['35.5', '57', '99.9'] });
    const { positives, negatives, prepared } = repaired(dataset, { kind: 'divideBy100', column: 'y_prob' });
    expect([negatives, positives]).toEqual([[35.5 / 100], [57 / 100, 99.9 / 100]]);
    expect(prepared.evaluations[0].scoreMetrics.brierScore).toBeGreaterThan(0);
    expect(findingsOf(prepared, 'percentScores')).toEqual([]);
  });

  it('divides doubles as it divides a dictionary', () => {
    const texts = tableOf({ y_true: LABELS, y_prob: SCORES });
    const doubles = tableOf({ y_true: LABELS, y_prob: Float64Array.from(SCORES, Number) });
    const repair = { kind: 'divideBy100', column: 'y_prob' } as const;
    expect(repaired(doubles, repair).positives).toEqual(repaired(texts, repair).positives);
  });

  it('comes before the turn to the other class', () => {
    const dataset = tableOf({ y_true: [0, 1], y_prob: ['80.5', '30'] });
    const repairs = [
      { kind: 'divideBy100', column: 'y_prob' },
      { kind: 'scoreOtherLabel', label: '0' },
    ] as const;
    expect(repaired(dataset, ...repairs).positives).toEqual([1 - 30 / 100]);
  });

  it.each<[string, Record<string, readonly (string | number)[]>, boolean]>([
    ['percentages', { y_true: [0, 1, 0], risk_score: ['10.5', '85', '40'] }, true],
    ['whole percentages of a column that says so', { y_true: [0, 1, 0], prob: [10, 85, 40] }, true],
    ['points of a scorecard', { y_true: [0, 1, 0], score: [1, 10, 4] }, false],
    ['whole points up to 100', { y_true: [0, 1, 0], score: [10, 85, 40] }, false],
    ['numbers beyond 100', { y_true: [0, 1, 0], score: ['10.5', '120', '40'] }, false],
    ['margins', { y_true: [0, 1, 0], score: ['-1.5', '2', '40'] }, false],
  ])('is offered for %s: %s', (_, columns, isOffered) => {
    const offers = preparedOf(tableOf(columns)).findings.flatMap((finding) => finding.offers ?? []);
    expect(offers.some(({ kind }) => kind === 'divideBy100')).toBe(isOffered);
  });
});

describe('spellings of a label', () => {
  const label = [...inTurn(['Yes', 'No'], 30), 'yes', 'YES', 'no', 'no', '  No', 'yes', 'NA'];
  const score = label.map((text, row) => (/^y/i.test(text) ? 0.6 : 0.2) + row / 1000);
  const dataset = tableOf({ churn_label: label.map((text) => text.trim()), score });

  it('that are rarer are no class of their own: their rows are left out, and it is said', () => {
    const prepared = preparedOf(dataset);
    expect(prepared.interpretation).toMatchObject({ positiveLabel: 'Yes', negativeLabel: 'No' });
    expect(prepared.accounting.skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ['otherLabel', 5],
      ['missingLabel', 1],
    ]);
    expect(findingsOf(prepared, 'labelSpellings')).toMatchObject([
      { severity: 'warning', values: { count: 5 }, offers: [{ kind: 'mergeSpellings', column: 'churn_label' }] },
    ]);
  });

  it('merged are one value', () => {
    const { positives, negatives, prepared } = repaired(dataset, { kind: 'mergeSpellings', column: 'churn_label' });
    const scoresOf = (pattern: RegExp) => score.filter((_, row) => pattern.test(label[row].trim()));
    expect(positives).toEqual(scoresOf(/^yes$/i));
    expect(negatives).toEqual(scoresOf(/^no$/i));
    expect(findingsOf(prepared, 'labelSpellings')).toEqual([]);
  });

  it('keep the one that somebody chose', () => {
    const profiles = profileColumns(dataset);
    const chosen = { ...inferred(dataset), positiveLabel: 'yes', scoredLabel: 'yes' };
    const merged = applyRepair(profiles, chosen, { kind: 'mergeSpellings', column: 'churn_label' });
    expect(merged.positiveLabel).toBe('yes');
    expect(classesOf(dataset, merged).positives).toHaveLength(18);
    const counts = repairedProfiles(profiles, merged)[0].topValues.map(({ value, count }) => `${value} ${count}`);
    expect(counts.sort()).toEqual(['No 18', 'yes 18']);
  });

  it('of one against the rest never count for the rest', () => {
    const many = tableOf({ label: ['Cat', 'cat', 'dog', 'bird', 'Cat'], score: [0.1, 0.2, 0.3, 0.4, 0.5] });
    const prepared = preparedOf(many, { positiveLabel: 'Cat', negativeLabel: null, scoredLabel: 'Cat' });
    expect(prepared.accounting.skipped).toMatchObject([{ reason: 'otherLabel', count: 1, places: [{ cell: 'cat' }] }]);
  });

  it('are two values where nothing else tells the classes apart', () => {
    const prepared = preparedOf(tableOf({ label: inTurn(['a', 'A'], 10), score: NUMBERS.slice(0, 10) }));
    expect(prepared.accounting.kept).toBe(10);
    expect(findingsOf(prepared, 'labelSpellings')).toEqual([]);
  });
});

describe('commas', () => {
  const dataset = tableOf({
    y_true: LABELS,
    y_prob: SCORES,
    risk: NUMBERS.map((row) => `${1 + (row % 9)},${100 + row}`),
  });

  it('are read in the way chosen, whatever was chosen before', () => {
    const decimal = { kind: 'decimalComma', column: 'risk' } as const;
    const thousands = { kind: 'thousandsComma', column: 'risk' } as const;
    const risk = { kind: 'useAsScore', column: 'risk' } as const;
    expect(repaired(dataset, decimal, risk).negatives[0]).toBe(1.1);
    expect(repaired(dataset, decimal, thousands, risk).negatives[0]).toBe(1100);
    expect(repaired(dataset, thousands, decimal, risk).negatives[0]).toBe(1.1);
  });
});

describe('a column left out', () => {
  const dataset = tableOf({ 'Unnamed: 0': NUMBERS, y_true: LABELS, y_prob: SCORES, y_prob_2: SCORES });

  it('is no candidate any more', () => {
    const before = inferred(dataset);
    expect(findingsOf(preparedOf(dataset), 'indexColumn')).toMatchObject([
      { offers: [{ kind: 'ignoreColumn', column: 'Unnamed: 0' }] },
    ]);
    const { prepared } = repaired(
      dataset,
      { kind: 'ignoreColumn', column: 'Unnamed: 0' },
      { kind: 'ignoreColumn', column: 'y_prob_2' },
    );
    expect(prepared.interpretation).toMatchObject({ ...before, repairs: prepared.interpretation.repairs });
    expect(prepared.findings.map(({ code }) => code)).not.toContain('indexColumn');
    expect(findingsOf(prepared, 'otherCandidates')).toEqual([]);
  });
});

describe('repairs', () => {
  const dataset = tableOf({
    index: NUMBERS,
    y_true: LABELS.map((label, row) => (row === 7 ? 'YES' : label === 1 ? 'yes' : 'no')),
    target: inTurn(['x', 'y'], ROWS),
    y_prob: SCORES,
    second: SCORES.map((score) => Number(score) / 3),
  });
  const profiles = profileColumns(dataset);
  const base = inferred(dataset);
  const anyRepair: fc.Arbitrary<Repair> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('divideBy100' as const, 'decimalComma' as const, 'thousandsComma' as const),
      column: fc.constantFrom('y_prob', 'second'),
    }),
    fc.record({ kind: fc.constant('ignoreColumn' as const), column: fc.constant('index') }),
    fc.record({ kind: fc.constant('mergeSpellings' as const), column: fc.constantFrom('y_true', 'target') }),
  );
  const meaning: readonly Repair[] = [
    { kind: 'useAsScore', column: 'second' },
    { kind: 'useAsLabel', column: 'target' },
    { kind: 'scoreOtherLabel', label: 'no' },
    { kind: 'useOtherLabelAsPositive', label: 'no' },
  ];

  it('of single columns can be taken off one by one, in any order, and leave nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRepair, { maxLength: 6, selector: JSON.stringify }), (repairs) => {
        const repairedReading = repairs.reduce((present, repair) => applyRepair(profiles, present, repair), base);
        const applied = appliedRepairs(profiles, base, repairedReading);
        for (const repair of applied) {
          const without = undoRepair(profiles, base, repairedReading, repair);
          expect(appliedRepairs(profiles, base, without)).toEqual(applied.filter((other) => other !== repair));
          const again = appliedRepairs(profiles, base, applyRepair(profiles, without, repair));
          expect(new Set(again)).toEqual(new Set(applied));
        }
        const bare = applied.reduce((present, repair) => undoRepair(profiles, base, present, repair), repairedReading);
        expect(bare).toEqual(base);
      }),
    );
  });

  it.each(meaning.map((repair) => [repair.kind, repair] as const))('%s is listed, and leaves nothing', (_, repair) => {
    const changed = applyRepair(profiles, base, repair);
    expect(appliedRepairs(profiles, base, changed)).toContainEqual(repair);
    expect(undoRepair(profiles, base, changed, repair)).toEqual(base);
  });

  it('are none in what the program takes by itself', () => {
    expect(appliedRepairs(profiles, base, base)).toEqual([]);
  });
});

describe('how scores and weights are to be read', () => {
  const dataset = tableOf({
    y_true: LABELS,
    logit_0: SCORES,
    logit_1: SCORES.map((score) => Number(score) - 20),
    pred: LABELS,
    weight: inTurn([1, 2, 3], ROWS),
    split: inTurn(['valid', 'test'], ROWS),
  });
  const profiles = profileColumns(dataset);
  const base: Interpretation = { ...inferred(dataset), scoreReading: { kind: 'asIs' }, areWeightsCounts: false };

  it.each<[Repair, Partial<Interpretation>]>([
    [{ kind: 'sigmoid' }, { scoreReading: { kind: 'sigmoid' } }],
    [{ kind: 'softmax', column: 'logit_0' }, { scoreReading: { kind: 'softmax', column: 'logit_0' } }],
    [{ kind: 'predictedLabel', column: 'pred' }, { scoreReading: { kind: 'predictedLabel', column: 'pred' } }],
    [{ kind: 'recalibrate', split: 'valid' }, { recalibratedOn: 'valid' }],
    [{ kind: 'weightsAreCounts' }, { areWeightsCounts: true }],
  ])('%j changes that and nothing else', (repair, change) => {
    expect(applyRepair(profiles, base, repair)).toEqual({ ...base, ...change });
  });

  it.each<[Repair, Repair]>([
    [{ kind: 'sigmoid' }, { kind: 'asIs' }],
    [{ kind: 'weightsAreCounts' }, { kind: 'weightsAreNoCounts' }],
  ])('%j is taken back by %j', (repair, opposite) => {
    expect(applyRepair(profiles, applyRepair(profiles, base, repair), opposite)).toEqual(base);
  });

  it('is named among the repairs and undone to what the program infers', () => {
    const usual = inferred(dataset);
    const repairs: Repair[] = [
      { kind: 'predictedLabel', column: 'pred' },
      { kind: usual.areWeightsCounts ? 'weightsAreNoCounts' : 'weightsAreCounts' },
      { kind: 'recalibrate', split: 'valid' },
    ];
    expect(appliedRepairs(profiles, usual, usual)).toEqual([]);
    for (const repair of repairs) {
      const made = applyRepair(profiles, usual, repair);
      expect(appliedRepairs(profiles, usual, made)).toEqual([repair]);
      expect(undoRepair(profiles, usual, made, repair)).toEqual(usual);
    }
    const all = repairs.reduce((present, repair) => applyRepair(profiles, present, repair), usual);
    expect(appliedRepairs(profiles, usual, all)).toEqual(repairs);
  });
});
