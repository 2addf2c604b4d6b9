import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreMetrics, thresholdMetrics } from '../../../src/core/metrics/catalog.ts';
import type { Prepared } from '../../../src/core/prepare/prepared.ts';
import type { DecisionRule } from '../../../src/core/scores/confusion.ts';
import { csvText } from '../../../src/io/export/csvText.ts';
import { metricsTable } from '../../../src/io/export/metricsTable.ts';
import { operatingPointText } from '../../../src/io/export/operatingPoint.ts';
import type { DatasetSummary } from '../../../src/io/io.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';
import { fileOf, never } from '../read/reading.ts';
import { violationsOf } from './schema.ts';

const SCHEMA = JSON.parse(readFileSync('public/schema/operating-point.json', 'utf8'));

async function exported(paths: readonly string[], threshold: number, rule: DecisionRule = '>=') {
  const session = createDatasetSession();
  const files = paths.map((path) => fileOf(new Uint8Array(readFileSync(path)), path.split('/').at(-1)));
  const summary = (await session(never, { kind: 'open', files }, () => {})) as DatasetSummary;
  const { inferred: interpretation } = summary;
  const prepared = (await session(never, { kind: 'prepare', interpretation }, () => {})) as Prepared;
  const fingerprints = (await session(never, { kind: 'fingerprints' }, () => {})) as readonly string[];
  const recorded = summary.files.map((file, place) => ({ ...file, sha256: fingerprints[place] }));
  const name = summary.files.map((file) => file.name).join(' + ');
  return {
    prepared,
    record: JSON.parse(operatingPointText({ name, files: recorded, prepared, threshold, rule })),
    csv: csvText(metricsTable(prepared.evaluations, threshold, rule, prepared.hasWeights)),
  };
}

describe.each([
  ['a file with splits', ['public/samples/streamlit-demo.csv'], 0.59],
  ['a file with one class', ['tests/golden/only_positives.csv'], 0.5],
  ['a file with weights', ['tests/golden/weights.csv'], 0.5],
  ['two files', ['tests/golden/only_positives.csv', 'tests/golden/only_negatives.csv'], 0.5],
  ['a threshold that flags nothing', ['tests/golden/breast_cancer.csv'], Number.POSITIVE_INFINITY],
  ['a threshold that flags everything', ['tests/golden/margins.csv'], Number.NEGATIVE_INFINITY],
])('%s, as JSON and as CSV', async (_, paths, threshold) => {
  const { prepared, record, csv } = await exported(paths, threshold);

  it('holds to the schema that is published', () => {
    expect(violationsOf(record, SCHEMA)).toEqual([]);
    expect(record.threshold).toBe(Number.isFinite(threshold) ? threshold : String(threshold));
  });

  it('gives every metric a value or the reason it has none', () => {
    const ids = [...scoreMetrics, ...thresholdMetrics].map(({ id }) => id).sort();
    for (const { metrics, undefined: reasons = {} } of record.evaluations) {
      expect(Object.keys(metrics).sort()).toEqual(ids);
      expect(Object.keys(reasons).sort()).toEqual(ids.filter((id) => metrics[id] === null));
      for (const reason of Object.values(reasons)) expect(reason).toMatch(/\w{3,}/);
    }
  });

  it('gives Wilson’s intervals to shares of rows that are defined, and others by their name to what is defined', () => {
    const shares = thresholdMetrics.filter(({ proportion }) => proportion !== null).map(({ id }) => id);
    for (const { metrics, intervals } of record.evaluations) {
      const expected = prepared.hasWeights ? [] : shares.filter((id) => metrics[id] !== null);
      const given = Object.entries<{ low: number; high: number; method: string }>(intervals);
      const byWilson = given.filter(([, { method }]) => method === 'wilson');
      expect(byWilson.map(([id]) => id).sort()).toEqual(expected.sort());
      for (const [id, { method }] of given) {
        expect(metrics[id]).not.toBeNull();
        if (id === 'rocAuc') expect(method).toBe('delong');
        else if (!shares.some((share) => share === id)) expect(method).toBe('bootstrap');
      }
      for (const [id, { low, high }] of byWilson) {
        expect(low).toBeLessThanOrEqual(metrics[id]);
        expect(high).toBeGreaterThanOrEqual(metrics[id]);
      }
    }
  });

  it('says the same in both', () => {
    const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
    const lines = record.evaluations.flatMap(({ split, confusion, metrics, intervals }: Record<string, never>) =>
      Object.entries({ ...(confusion as object), ...(metrics as object) }).map(([id, value]) => {
        const interval = (intervals as Record<string, { low: number; high: number; method: string }>)[id];
        const { low, high } = interval?.method === 'wilson' ? interval : {};
        return [split, text(threshold), record.rule, id, text(value), text(low), text(high)].join(',');
      }),
    );
    expect(csv.trim().split('\r\n').slice(1).sort()).toEqual(lines.sort());
  });
});

describe('the schema, held against what it must refuse', () => {
  it('sees what is missing or wrong', async () => {
    const { record } = await exported(['tests/golden/weights.csv'], 0.5);
    expect(violationsOf({ ...record, rule: '<' }, SCHEMA)).toHaveLength(1);
    expect(violationsOf({ ...record, threshold: 'high' }, SCHEMA)).toHaveLength(1);
    expect(violationsOf({ ...record, evaluations: [] }, SCHEMA)).toHaveLength(1);
    const { f1: _f1, ...metrics } = record.evaluations[0].metrics;
    expect(violationsOf({ ...record, evaluations: [{ ...record.evaluations[0], metrics }] }, SCHEMA)).toEqual([
      '/evaluations/0/metrics: f1 is missing',
    ]);
  });
});
