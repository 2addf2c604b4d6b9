import { describe, expect, it } from 'vitest';
import { type PythonDecision, pythonDecision } from '../../../src/io/export/python.ts';

const decision: PythonDecision = {
  file: 'streamlit-demo.csv',
  split: 'test',
  rows: 6000,
  label: 'y_true',
  score: 'y_prob',
  transform: 'none',
  positiveLabel: '1',
  threshold: 0.5233633826490391,
  rule: '>=',
  isProbability: true,
};

/** The lines of code, without comments and blank lines. */
const codeOf = (change: Partial<PythonDecision>): string[] =>
  pythonDecision({ ...decision, ...change })
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

describe('the decision as Python', () => {
  it('holds the exact threshold and the rule', () => {
    const code = codeOf({});
    expect(code).toContain('threshold = 0.5233633826490391');
    expect(code).toContain('y_score = (df["y_prob"]).to_numpy()');
    expect(code).toContain('y_pred = (y_score >= threshold).astype(int)  # 1 = "1"');
    expect(code).toContain('    threshold=threshold,');
    expect(code).toContain('    pos_label=1,');
    expect(code).toContain('    response_method="predict_proba",');
  });

  it('makes a strict rule of the next double, since FixedThresholdClassifier decides by >=', () => {
    const code = codeOf({ rule: '>' });
    expect(code).toContain('y_pred = (y_score > threshold).astype(int)  # 1 = "1"');
    expect(code).toContain('    threshold=np.nextafter(threshold, np.inf),  # its rule is >=; this makes it >');
  });

  it.each([
    [Number.POSITIVE_INFINITY, 'float("inf")'],
    [Number.NEGATIVE_INFINITY, 'float("-inf")'],
    [1, '1.0'],
    [0, '0.0'],
    [-3, '-3.0'],
    [5e-324, '5e-324'],
    [1e21, '1e+21'],
  ])('writes %d as %s', (threshold, literal) => {
    expect(codeOf({ threshold })).toContain(`threshold = ${literal}`);
  });

  it.each([
    ['True', 'True'],
    ['false', 'False'],
    ['yes', '"yes"'],
    ['1.0', '1.0'],
    ['01', '"01"'],
    ['it\'s "x"', '"it\'s \\"x\\""'],
  ])('names the label %s as pandas reads it', (positiveLabel, literal) => {
    expect(codeOf({ positiveLabel })).toContain(`    pos_label=${literal},`);
  });

  it('turns the score as the program did', () => {
    expect(codeOf({ transform: 'oneMinus' })).toContain('y_score = (1 - df["y_prob"]).to_numpy()');
    expect(codeOf({ transform: 'negate', isProbability: false })).toContain('y_score = (-df["y_prob"]).to_numpy()');
    expect(codeOf({ isProbability: false })).toContain('    response_method="decision_function",');
  });

  it('lets no name break out of a comment or a string', () => {
    const hostile = 'x"\nimport os\nos.remove("y")\r\u2028#';
    const code = codeOf({ file: hostile, split: hostile, label: hostile, score: hostile, positiveLabel: hostile });
    expect(code.filter((line) => /^\s*(import os|os\.remove)/.test(line))).toEqual([]);
    expect(code.length).toBe(codeOf({}).length);
  });
});
