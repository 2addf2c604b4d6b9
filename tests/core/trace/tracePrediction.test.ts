import { describe, expect, it } from 'vitest';
import type { Interpretation } from '../../../src/core/roles/interpretation.ts';
import type { ColumnRepair } from '../../../src/core/roles/repair.ts';
import type { PredictionTrace } from '../../../src/core/trace/tracePrediction.ts';
import type { WholeCase } from '../../../src/io/cases.ts';
import type { DatasetSummary } from '../../../src/io/io.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';
import { fileOf, never } from '../../io/read/reading.ts';

/** Every row of a file in full, read with a change; the last step of each must give the score that decides. */
async function traced(text: string, change: Partial<Interpretation> = {}): Promise<readonly PredictionTrace[]> {
  const session = createDatasetSession();
  const summary = (await session(never, { kind: 'open', files: [fileOf(text)] }, () => {})) as DatasetSummary;
  const interpretation = { ...summary.inferred, ...change };
  await session(never, { kind: 'prepare', interpretation }, () => {});
  const rows = text.trim().split('\n').length - 1;
  const traces: PredictionTrace[] = [];
  for (let row = 0; row < rows; row++) {
    const query = { threshold: 0.5, rule: '>=' } as const;
    const whole = (await session(never, { kind: 'wholeCase', interpretation, row, query }, () => {})) as WholeCase;
    expect(whole.trace.steps.at(-1)?.value).toBe(whole.score);
    traces.push(whole.trace);
  }
  return traces;
}

const kinds = ({ steps }: PredictionTrace) => steps.map(({ kind }) => kind);
const repair = (kind: ColumnRepair['kind'], column: string): Partial<Interpretation> => ({
  repairs: [{ kind, column }],
});

describe('the way of one prediction', () => {
  it('as it is', async () => {
    const [first] = await traced('y_true,y_prob,age\n1,0.7,30\n0,0.2,41\n');
    expect(first).toEqual({
      unused: 1,
      hasLogits: false,
      label: '1',
      steps: [{ kind: 'cell', column: 'y_prob', text: '0.7', value: 0.7 }],
    });
  });

  it('of percentages, clipped and turned', async () => {
    const text = 'y_true,y_prob\n1,70\n0,20\n1,99\n0,5\n';
    expect(kinds((await traced(text, repair('divideBy100', 'y_prob')))[0])).toEqual(['cell', 'percent']);
    const clipped = await traced('y_true,y_prob\n1,1.2\n0,0.2\n1,0.8\n', repair('clipToUnit', 'y_prob'));
    expect(clipped[0].steps[1]).toEqual({ kind: 'clip', before: 1.2, value: 1 });
    const turned = await traced('y_true,y_prob\n1,0.7\n0,0.25\n', { scoredLabel: '0' });
    expect(turned[1].steps[1]).toEqual({ kind: 'oneMinus', before: 0.25, label: '0', value: 0.75 });
    const negated = await traced('y_true,y_prob\n1,7\n0,-2\n', { scoredLabel: '0' });
    expect(negated[0].steps[1]).toEqual({ kind: 'negate', before: 7, label: '0', value: -7 });
  });

  it('of one logit, of two, and of the confidence in what was predicted', async () => {
    const [one] = await traced('y_true,logit\n1,2\n0,-1\n', { score: 'logit', scoreReading: { kind: 'sigmoid' } });
    expect(one.steps[1]).toEqual({ kind: 'sigmoid', before: 2, value: 1 / (1 + Math.exp(-2)) });
    expect(one.hasLogits).toBe(true);
    const [two] = await traced('y_true,logit_0,logit_1\n1,-1,2\n0,1.5,-1\n', {
      score: 'logit_1',
      scoreReading: { kind: 'softmax', column: 'logit_0' },
    });
    expect(two.steps[1]).toMatchObject({ kind: 'softmax', before: 2, other: -1, value: 1 / (1 + Math.exp(-3)) });
    const confident = await traced('y_true,predicted,confidence\n1,1,0.75\n0,0,0.9\n1,0,0.6\n', {
      label: 'y_true',
      score: 'confidence',
      scoreReading: { kind: 'predictedLabel', column: 'predicted' },
    });
    expect(confident.map(kinds)).toEqual([
      ['cell', 'predicted'],
      ['cell', 'predictedOther'],
      ['cell', 'predictedOther'],
    ]);
    expect(confident[1].steps[1]).toMatchObject({ predicted: '0', before: 0.9, value: 1 - 0.9 });
  });

  it('with a decimal comma', async () => {
    const [first] = await traced('y_true;y_prob\n1;0,7\n0;0,2\n');
    expect(first.steps[0]).toMatchObject({ value: 0.7 });
  });

  it('of one class of several, whose logits became shares', async () => {
    const text = 'truth,cat,dog,owl\ncat,4,-1.5,0\ndog,-2,3,0\nowl,0,0.5,2\ncat,3,1,1\ndog,1,0.5,0.25\ndog,0.5,2,2.5\n';
    const [first] = await traced(text, repair('softmaxClasses', 'truth'));
    expect(kinds(first)).toEqual(['cell', 'softmaxClasses']);
    const [{ value: logit }, { value }] = first.steps;
    expect(value).toBeCloseTo(Math.exp(logit) / (Math.exp(4) + Math.exp(-1.5) + Math.exp(0)), 12);
  });

  it('recalibrated', async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `${Number(at % 3 === 0)},${(((at * 7) % 40) + 1) / 42},train`);
    const [first] = await traced(`y_true,y_prob,split\n${lines.join('\n')}\n`, { recalibratedOn: 'train' });
    expect(kinds(first)).toEqual(['cell', 'recalibrated']);
  });
});
