import { describe, expect, it } from 'vitest';
import type { Prepared } from '../../../src/core/prepare/prepared.ts';
import { type PandasReading, pandasReading } from '../../../src/io/export/pandas/pandasReading.ts';
import { readExpression } from '../../../src/io/export/pandas/readFiles.ts';
import { type PythonDecision, pythonDecision } from '../../../src/io/export/python.ts';
import type { DatasetSummary } from '../../../src/io/io.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';
import { changeOf, groupingOf, openCase, PANDAS_CASES, pandasRead } from '../../golden/pandas/cases.ts';
import { fileOf, never } from '../read/reading.ts';

const reading: PandasReading = {
  files: [
    {
      name: 'streamlit-demo.csv',
      format: 'text',
      json: null,
      delimiter: ',',
      firstLine: 1,
      hasHeader: true,
      encoding: 'utf-8',
    },
  ],
  columns: ['y_true', 'y_prob'],
  join: null,
  lists: [],
  numbersInLists: [],
  softmax: [],
  numberedClasses: [],
  label: 'y_true',
  score: 'y_prob',
  split: null,
  weight: null,
  model: null,
  subject: [],
  textColumns: [],
  bins: null,
  scoreSpelling: 'plain',
  divisor: 1,
  isClipped: false,
  scoreReading: { kind: 'asIs' },
  scoredCells: [],
  labelCells: null,
  skipped: [],
  longLines: [],
  fullColumn: 'y_prob',
};

const decision: PythonDecision = {
  name: 'streamlit-demo.csv',
  reading,
  split: 'test',
  rows: 6000,
  label: 'y_true',
  transform: 'none',
  recalibration: null,
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
    const code = codeOf({
      name: hostile,
      reading: {
        ...reading,
        files: [
          {
            name: hostile,
            format: 'text',
            json: null,
            delimiter: '"',
            firstLine: 1,
            hasHeader: false,
            encoding: hostile,
          },
        ],
        columns: [hostile, 'y'],
        score: hostile,
        label: hostile,
        split: hostile,
      },
      split: hostile,
      label: hostile,
      positiveLabel: hostile,
    });
    expect(code.filter((line) => /^\s*(import os|os\.remove)/.test(line))).toEqual([]);
    expect(code.length).toBe(codeOf({}).length);
  });
});

/** How pandas is told to read the files, which are really read. */
async function readAs(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): Promise<PandasReading> {
  const session = createDatasetSession();
  const sources = Object.entries(files).map(([name, content]) => fileOf(content, name));
  const summary = (await session(never, { kind: 'open', files: sources }, () => {})) as DatasetSummary;
  const { inferred: interpretation } = summary;
  return pandasReading(summary, (await session(never, { kind: 'prepare', interpretation }, () => {})) as Prepared);
}

describe('the scores that pandas reads by this code', () => {
  it.each(Object.entries(PANDAS_CASES))('are those of the rows that were kept: %s', async (name, files) => {
    const change = changeOf(name);
    const { code, yScore, yPred } = await openCase(files, change, groupingOf(name));
    const read = pandasRead(name);
    expect(code.split('\n')).toEqual(read.code);
    if (read.yPred !== undefined) expect(yPred).toEqual(read.yPred);
    if (change.recalibratedOn === undefined && change.repairs === undefined) expect(yScore).toEqual(read.yScore);
    // NumPy's exponential and logarithm may differ from the engine's in the last place.
    else expect(read.yScore.map((score, at) => Math.abs(score - yScore[at]) < 1e-12)).toEqual(yScore.map(() => true));
  });
});

describe('columns that pandas does not have', () => {
  it('are asked for in a sentence where no short code makes them', async () => {
    const { code } = await openCase({
      'a.csv': 'y,p\n0,"SparseVector(2, {1: 0.1})"\n1,"DenseVector([0.2, 0.8])"\n0,"DenseVector([0.75, 0.25])"\n',
    });
    const message = 'make df[\\"p[1]\\"] out of the cells of df[\\"p\\"], then take this line out';
    expect(code.split('\n')).toContain(`raise NotImplementedError("${message}")`);
  });

  it('are no others', async () => {
    const { code } = await openCase({
      'a.csv': 'y,score,size\n0,0.1,"[30, 7]"\n1,0.8,"[12, 9]"\n0,0.3,"[25, 8]"\n',
    });
    expect(code).not.toContain('NotImplementedError');
  });
});

describe('the files as pandas reads them', () => {
  const exact = 'float_precision="round_trip"';

  it.each([
    ['a plain file', { 'a.csv': 'y_true,y_prob\n0,0.1\n1,0.8\n' }, `pd.read_csv("a.csv", index_col=False, ${exact})`],
    [
      'semicolons and decimal commas',
      { 'a.csv': 'y_true;y_prob\n0;0,1\n1;0,85\n' },
      `pd.read_csv("a.csv", sep=";", index_col=False, dtype={"y_prob": str}, ${exact})`,
    ],
    [
      'decimal commas in another column than the score',
      { 'a.csv': 'y_true;y_prob;amount\n0;0.1;3,55\n1;0.85;2,5\n' },
      `pd.read_csv("a.csv", sep=";", index_col=False, ${exact})`,
    ],
    [
      'tabs',
      { 'a.tsv': 'y_true\ty_prob\n0\t0.1\n1\t0.8\n' },
      `pd.read_csv("a.tsv", sep="\\t", index_col=False, ${exact})`,
    ],
    ['pipes', { 'a.txt': 'y_true|y_prob\n0|0.1\n1|0.8\n' }, `pd.read_csv("a.txt", sep="|", index_col=False, ${exact})`],
    [
      'no header',
      { 'a.csv': '0,0.1\n1,0.8\n0,0.3\n' },
      `pd.read_csv("a.csv", header=None, names=["column 1", "column 2"], index_col=False, ${exact})`,
    ],
    [
      'a score column whose name comes twice',
      { 'a.csv': 'score,y_true,score\nx,0,0.1\ny,1,0.8\n' },
      `pd.read_csv("a.csv", header=0, names=["score", "y_true", "score (2)"], index_col=False, ${exact})`,
    ],
    [
      'another encoding',
      { 'a.csv': new Uint8Array([...Buffer.from('y_true,y_prob,name\n0,0.1,M'), 0xe4, ...Buffer.from('\n1,0.8,x\n')]) },
      `pd.read_csv("a.csv", index_col=False, encoding="windows-1252", ${exact})`,
    ],
    [
      'several files',
      { 'train.csv': 'y_true,y_prob\n0,0.1\n1,0.8\n', 'test.csv': 'y_true;y_prob\n0;0.2\n1;0.7\n' },
      [
        'pd.concat([',
        `    pd.read_csv("train.csv", index_col=False, ${exact}),`,
        `    pd.read_csv("test.csv", sep=";", index_col=False, ${exact}),`,
        '], ignore_index=True)',
      ].join('\n'),
    ],
    [
      'a declared delimiter',
      { 'a.csv': 'sep=;\ny_true;y_prob\n0;0.1\n1;0.8\n' },
      `pd.read_csv("a.csv", sep=";", skiprows=1, index_col=False, ${exact})`,
    ],
    [
      'comments above the table',
      { 'a.csv': '# made\n# by hand\ny_true,y_prob\n0,0.1\n1,0.8\n' },
      `pd.read_csv("a.csv", skiprows=2, index_col=False, ${exact})`,
    ],
    [
      'blanks between cells',
      { 'a.txt': 'y_true y_prob\n0 0.1\n1  0.8\n' },
      `pd.read_csv("a.txt", sep=r"\\s+", index_col=False, ${exact})`,
    ],
    [
      'cells that are no number, and rows that are too long',
      { 'a.csv': 'y_true,y_prob\n0,0.1\n1,0.8\n1,high\n0,-\n1,0.3,x\n0,0.2\n1,0.6\n' },
      `pd.read_csv("a.csv", index_col=False, na_values=["\\\\N", "-", ".", "−", "–", "—", "NAN", "Null", "None", "nil", "#DIV/0!", "#NUM!", "#VALUE!", "#REF!", "#NAME?", "#NULL!", "#NV", "#WERT!", "#BEZUG!", "#ZAHL!", "#VALEUR!"], on_bad_lines="skip", ${exact})`,
    ],
  ])('%s', async (_, files, expression) => {
    expect(readExpression(await readAs(files))).toBe(expression);
  });

  it('turns cells that are no plain numbers into some', async () => {
    const percent = await readAs({ 'a.csv': 'y_true,y_prob\n0,10 %\n1,53.5 %\n' });
    expect(codeOf({ reading: percent })).toContain(
      'y_score = (df["y_prob"].str.rstrip("% ").astype(float)).to_numpy()',
    );
    const unreadable = { ...reading, skipped: ['unreadableScore'] };
    expect(codeOf({ reading: unreadable, transform: 'oneMinus' })).toContain(
      'y_score = (1 - df["y_prob"].where(pd.to_numeric(df["y_prob"], errors="coerce").notna()).astype(float)).to_numpy()',
    );
  });

  it('leaves out the rows that the program left out', async () => {
    const missing = await readAs({
      'a.csv': 'y_true,y_prob,split\n0,0.1,a\n,0.9,a\n1,inf,a\n1,0.8,\n1,0.7,b\n0,NA,b\n',
    });
    expect(codeOf({ reading: missing })).toContain(
      'df = df[df["y_true"].notna() & np.isfinite(pd.to_numeric(df["y_prob"], errors="coerce")) & df["split"].notna()]  # without the rows that Cutpoint left out',
    );
    expect(codeOf({}).some((line) => line.startsWith('df = df['))).toBe(false);
  });

  it('leaves out the rows that are too short by the last column, if that is filled everywhere else', async () => {
    const short = await readAs({ 'a.csv': 'y_true,y_prob,age\n0,0.1,20\n1,0.8\n0,0.3,40\n1,0.7,50\n' });
    expect(codeOf({ reading: short })).toContain(
      'df = df[df["age"].notna()]  # without the rows that Cutpoint left out',
    );
  });

  it('says so where it cannot tell rows that are too short from rows whose last cell is empty', async () => {
    const short = await readAs({ 'a.csv': 'y_true,y_prob,age\n0,0.1,20\n1,0.8\n0,0.3,\n1,0.7,50\n0\n' });
    const code = pythonDecision({ ...decision, reading: short }).split('\n');
    const kept = 'df = df[df["y_true"].notna() & np.isfinite(pd.to_numeric(df["y_prob"], errors="coerce"))]';
    expect(code.slice(code.findIndex((line) => line.startsWith(kept)) - 1)[0]).toBe(
      '# Cutpoint also left out rows with too few fields; those of them with a label and a score are still in here.',
    );
  });

  it('takes the labels that the program took', async () => {
    const files = { 'a.csv': 'label,y_prob\nYes,0.1\nyes,0.9\nNo,0.2\nYes,0.8\nNo,0.3\n' };
    const strict = await readAs(files);
    expect(readExpression(strict)).toContain('dtype={"label": str}');
    expect(codeOf({ reading: strict }).join()).toContain('df["label"].str.strip().isin(["Yes", "No"])');
  });

  it('divides what the program divides, before it turns it', () => {
    const percentages = { ...reading, divisor: 100 };
    expect(codeOf({ reading: percentages })).toContain('y_score = (df["y_prob"] / 100).to_numpy()');
    expect(codeOf({ reading: percentages, transform: 'oneMinus' })).toContain(
      'y_score = (1 - df["y_prob"] / 100).to_numpy()',
    );
  });
});
