import { readFileSync } from 'node:fs';
import type { CellCondition } from '../../../src/core/cases/caseSelection.ts';
import type { Prepared } from '../../../src/core/prepare/prepared.ts';
import type { Interpretation } from '../../../src/core/roles/interpretation.ts';
import type { Grouping } from '../../../src/core/slices/grouping.ts';
import type { GroupThresholds } from '../../../src/core/slices/groupThresholds.ts';
import type { MeasuredGroups } from '../../../src/core/slices/measureGroups.ts';
import { pythonText } from '../../../src/io/export/python.ts';
import type { DatasetSummary, SourceFile } from '../../../src/io/io.ts';
import type { RowPage } from '../../../src/io/rows.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';

type Content = string | Uint8Array<ArrayBuffer>;

/** Text in UTF-16, the greater byte first. */
function bigEnd(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at));
  return bytes;
}

function littleEnd(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

/** Values that look alike, each in two rows: with leading zeros, as numbers and as text, missing, true and false, several words. */
const ALIKE = `y_true,y_prob,code,age\n${[
  '01',
  '1',
  '1.0',
  'x',
  '',
  'NA',
  '-',
  '007',
  'true',
  'True',
  '1e3',
  '1000',
  'two words here',
]
  .flatMap((code, at) =>
    [0, 1].map((label) => `${label},${(((at * 37 + label * 11) % 97) / 97).toFixed(4)},${code},${at * 5}`),
  )
  .join('\n')}\n`;

const PLAIN = 'y_true,y_prob,name\n0,0.1,Müller\n1,0.8,Ωmega\n0,0.35,x\n1,0.6,y\n';

/** Files that pandas does not read as the program does unless it is told how. */
export const PANDAS_CASES: Readonly<Record<string, Readonly<Record<string, Content>>>> = {
  'UTF-16, greater byte first, unmarked': { 'a.csv': bigEnd(PLAIN) },
  'UTF-16, greater byte first, marked': { 'a.csv': bigEnd(`\ufeff${PLAIN}`) },
  'UTF-16, smaller byte first, unmarked': { 'a.csv': littleEnd(PLAIN) },
  'UTF-16, smaller byte first, marked, below a comment': { 'a.csv': littleEnd(`\ufeff# made\n${PLAIN}`) },
  'models one below the other': {
    'a.csv': 'y_true,y_prob,model\n0,0.1,a\n1,0.8,b\n0,0.3,a\n1,0.7,b\n1,0.6,a\n0,0.2,b\n',
  },
  'models that are called by numbers': {
    'a.csv': 'y_true,y_prob,model\n0,0.1,1\n1,0.8,2\n0,0.3,1\n1,0.7,2\n1,0.6,1\n0,0.2,2\n',
  },
  'a file that is cut off': { 'a.csv': 'y_true,y_prob,age\n0,0.1,20\n1,0.8,30\n0,0.3,40\n1,0.7' },
  'rows with too few fields that have label and score': {
    'a.csv': 'y_true,y_prob,age\n0,0.1,20\n1,0.8\n0,0.3,40\n1,0.7,50\n0\n1,0.9,60\n',
  },
  'rows with too few fields, without a label or a score': {
    'a.csv': 'name,y_true,y_prob\na,0,0.1\nb,1\nc,0,0.3\nd\ne,1,0.7\nf,1,0.9\n',
  },
  'a first row with too few fields': { 'a.csv': 'y_true,y_prob,age\n0,0.1\n1,0.8,30\n0,0.3,40\n1,0.7,50\n' },
  'rows with too many fields': { 'a.csv': 'y_true,y_prob\n0,0.1\n1,0.8\n1,0.3,x\n0,0.2\n1,0.6,7,8\n1,0.6\n' },
  'rows with too many fields first': { 'a.csv': 'y_true,y_prob\n1,0.99,x\n0,0.98,x,y\n0,0.1\n1,0.8\n1,0.3,x\n0,0.2\n' },
  'rows with too many fields first, below a comment': {
    'a.csv': '# made\ny_true,y_prob\n1,0.99,x\n0,0.1\n1,0.8\n1,0.3,x\n0,0.2\n',
  },
  'too few and too many fields, and cells that are no numbers': {
    'a.csv': 'y_true;y_prob;age\n0;0,1;20\n1;0,8\n0;high;30\n1;0,7;40;50\n;0,2;50\n1;0,6;60\n0;-;70\n0;0,4;80\n',
  },
  'a delimiter at the end of every row but not of the header': {
    'a.csv': 'y_true,y_prob\n0,0.1,\n1,0.8,\n0,0.3,\n1,0.6,\n',
  },
  'several files with rows of all lengths': {
    'train.csv': 'y_true,y_prob,age\n0,0.1,20\n1,0.8\n0,0.3,40\n1,0.7,50\n',
    'test.csv': 'y_true,y_prob,age\n1,0.9,20,30\n0,0.15,25\n1,0.85,35\n0,0.2\n',
  },
  'one logit': { 'a.csv': 'y_true,logit\n0,-2.5\n1,1.75\n0,\n1,0.25\n0,-0.5\n' },
  'two logits, one missing': {
    'a.csv': 'label,logit_no,logit_yes\nno,1.5,-1\nyes,0.25,2\nno,,0.5\nyes,-1,0.5\nno,0.75,-0.25\n',
  },
  'the confidence in the predicted class': {
    'a.csv': 'truth,label,score\nno,no,0.9\nyes,yes,0.8\nno,yes,0.625\nyes,,0.7\nyes,no,0.75\n',
  },
  'the confidence in a predicted class that is a number': {
    'a.csv': 'y_true,y_pred,confidence\n0,0,0.9\n1,1,0.8\n0,1,0.625\n1,0,0.75\n',
  },
  'counts by score': { 'a.csv': 'y_prob,n,n_positive\n0.05,40,1\n0.25,20,4\n0.85,5,5\n' },
  'counts by range of scores': {
    'a.csv': 'lower,upper,good,bad\n0,0.25,9,1\n0.25,0.75,6,2\n0.75,1,1,4\n',
  },
  'points of a scorecard': {
    'a.csv': 'status,credit_score\ngood,780\nbad,520\ngood,690\nbad,450\ngood,705\nbad,500\n',
  },
  'two files joined by an id': {
    'truth.csv': 'id,target\n007,0\n7,1\n8,1\n9,0\n10,1\n,1\n',
    'submission.csv': 'target,id\n0.25,8\n0.125,007\n0.5,7\n0.75,11\n0.375,10\n,9\n0.625,\n',
  },
  'two models joined by an id': {
    'preds_a.csv': 'row_id;y;score\nx1;no;0,5\nx2;yes;0,75\nx3;yes;0,25\nx4;no;0,1\n',
    'preds_b.csv': 'row_id;y;score\nx4;no;0,3\nx3;yes;0,2\nx2;yes;0,9\nx1;no;0,4\n',
  },
  'text and JSON joined by an id': {
    'truth.csv': 'id,y\n1,0\n2,1\n3,1\n4,0\n',
    'preds.json': '[{"id":4,"p":0.5},{"id":3,"p":0.875},{"id":1,"p":0.25},{"id":2,"p":0.75}]',
  },
  'many digits among cells that are no numbers': {
    'a.csv': 'y,p\n0,0.23796462709189137\n1,high\n1,0.36995516654807925\n0,-0.06552885923981311\n',
  },
  'many digits in vectors': {
    'a.csv': 'y,p\n0,[0.76203537290810863 0.23796462709189137]\n1,[0.63004483345192075 0.36995516654807925]\n',
  },
  'many digits in text inside JSON': {
    'a.json':
      '[{"y":0,"p":{"no":"0.5","yes":"0.23796462709189137"}},{"y":1,"p":{"no":"0.5","yes":"0.36995516654807925"}}]',
  },
  'a vector in a cell': { 'a.csv': 'y,p\n0,"[0.9, 0.1]"\n1,"[0.2, 0.8]"\n0,"[0.75, 0.25]"\n' },
  'vectors as NumPy prints them': { 'a.csv': 'y,p\n0,[0.9 0.1]\n1,[0.2 0.8]\n0,"[0.75\n 0.25]"\n' },
  'vectors as PostgreSQL writes them': { 'a.tsv': 'y\tp\n0\t{0.9,0.1}\n1\t{0.2,0.8}\n0\t{0.75,0.25}\n' },
  'vectors as arrays of Python': {
    'a.csv': 'y,p\n0,"array([0.9, 0.1], dtype=float32)"\n1,"array([0.2, 0.8])"\n0,"array([0.75, 0.25])"\n',
  },
  'vectors of numbers of NumPy': {
    'a.csv': 'y,p\n0,"[np.float64(0.9), np.float64(0.1)]"\n1,"[np.float64(0.2), np.float64(0.8)]"\n',
  },
  'a list in a list': { 'a.csv': 'y,p\n0,"[[0.9 0.1]]"\n1,"[[0.2 0.8]]"\n0,"[[0.75 0.25]]"\n' },
  'sparse vectors of Spark': { 'a.csv': 'y,p\n0,"(2,[0],[1.0])"\n1,"[0.2,0.8]"\n1,"(2,[1],[1.0])"\n0,"[0.75,0.25]"\n' },
  'vectors, some of them missing or too short': {
    'a.csv': `y,p\n0,"[0.9, 0.1]"\n1,\n0,"[0.5]"\n${'1,"[0.2, 0.8]"\n0,"[0.75, 0.25]"\n'.repeat(25)}`,
  },
  'dicts of Python': {
    'a.csv': `y,p\nno,"{'no': 0.9, 'yes': 0.1}"\nyes,"{'no': 0.2, 'yes': 0.8}"\nno,"{'no': 0.7, 'yes': 0.3}"\n`,
  },
  'dicts of Python by number': {
    'a.csv': 'y,p\n0,"{0: 0.9, 1: 0.1}"\n1,"{0: 0.2, 1: 0.8}"\n0,"{0: 0.75, 1: 0.25}"\n',
  },
  'classes with their scores, in any order': {
    'a.csv': `y,p\nno,"[{'label': 'yes', 'prob': 0.1}, {'label': 'no', 'prob': 0.9}]"\nyes,"[{'label': 'no', 'prob': 0.2}, {'label': 'yes', 'prob': 0.8}]"\n`,
  },
  'classes with their scores, as NumPy prints them': {
    'a.csv': `y,p\nno,"[{'label': 'yes', 'prob': 0.1}\n {'label': 'no', 'prob': 0.9}]"\nyes,"[{'label': 'no', 'prob': 0.2}\n {'label': 'yes', 'prob': 0.8}]"\n`,
  },
  'nested JSON, line by line': {
    'a.jsonl':
      '{"y":"no","out":{"classes":["no","yes"],"scores":[0.9,0.1]}}\n{"y":"yes","out":{"classes":["yes","no"],"scores":[0.8,0.2]}}\n',
  },
  'vectors of Spark in JSON': {
    'a.jsonl':
      '{"label":0,"probability":{"type":1,"values":[0.9,0.1]}}\n{"label":1,"probability":{"type":0,"size":2,"indices":[1],"values":[1.0]}}\n{"label":1,"probability":{"type":1,"values":[0.4,0.6]}}\n',
  },
  'vectors in JSON, some missing': {
    'a.json': `[{"y":0,"p":[0.9,0.1]},{"y":1,"p":null}${',{"y":1,"p":[0.25,0.75]},{"y":0,"p":[0.5,0.5]}'.repeat(15)}]`,
  },
  'lists of JSON below their names': { 'a.json': '[["y_true","y_prob"],[0,0.1],[1,0.8],[0,0.3]]' },
  'lists of JSON without names': { 'a.json': '[[0,0.1],[1,0.8],[0,0.3],[1,0.7]]' },
  'lists of JSON of other lengths': { 'a.json': '[["y_true","y_prob"],[0,0.1],[1],[1,0.8],[0,0.3,9],[0,0.2]]' },
  'lists of JSON line by line': { 'a.jsonl': '["y_true","y_prob"]\n[0,0.1]\n[1,0.8]\n[0,0.3]\n' },
  'rows inside an object': {
    'a.json': '{"model":"m","predictions":[{"y":0,"p":0.1},{"y":1,"p":0.8},{"y":0,"p":0.3}]}',
  },
  'a table inside objects': {
    'a.json': '{"run":{"table":{"columns":["y","p"],"data":[[0,0.1],[1,0.8],[0,0.3]]}}}',
  },
  'columns inside an object': { 'a.json': '{"run":{"y":[0,1,0],"p":[0.1,0.8,0.3]}}' },
  'a table of pandas': { 'a.json': '{"columns":["y","p"],"index":[0,1,2],"data":[[0,0.1],[1,0.8],[0,0.3]]}' },
  'columns of pandas': { 'a.json': '{"y":{"0":0,"1":1,"2":0},"p":{"0":0.1,"1":0.8,"2":0.3}}' },
  'recalibrated probabilities': {
    'a.csv': `y,p,split\n${Array.from({ length: 40 }, (_, i) => `${i % 3 === 0 ? 1 : 0},${(((i * 37) % 40) + 0.5) / 40},${i % 2 === 0 ? 'val' : 'test'}`).join('\n')}\n`,
  },
  'recalibrated margins, with certain probabilities elsewhere': {
    'a.csv': `y,margin,split\n${Array.from({ length: 40 }, (_, i) => `${i % 3 === 0 ? 1 : 0},${((i * 37) % 40) / 4 - 5},${i % 2 === 0 ? 'val' : 'test'}`).join('\n')}\n`,
  },
  'recalibrated probabilities of 0 and 1, of the other class': {
    'a.csv': `label,p_no,split\n${Array.from({ length: 41 }, (_, i) => `${i % 3 === 0 ? 'yes' : 'no'},${((i * 37) % 41) / 40},${i % 2 === 0 ? 'val' : 'test'}`).join('\n')}\n`,
  },
  'predictions of Weka': {
    'a.csv':
      'inst#,actual,predicted,error,prediction\n1,1:no,1:no,,0.9\n2,2:yes,2:yes,,0.8\n3,1:no,2:yes,+,0.625\n4,2:yes,1:no,+,0.75\n',
  },
  'the softmax of several logits': {
    'a.csv': 'truth,cat,dog,owl\ncat,4,-1.5,0\ndog,-2,3,0\nowl,0,0.5,2\ncat,3,1,1\ndog,0.25,-700,\nowl,-800,-900,800\n',
  },
  'the softmax of logits with decimal commas': {
    'a.csv': 'truth;cat;dog;owl\ncat;4,25;-1,5;0,5\ndog;-2,5;3,5;0,5\nowl;0,5;0,25;2,5\n',
  },
  'the softmax of a vector in a cell': {
    'a.csv': 'truth,logits\ncat,[4 -1.5 0]\ndog,[-2 3 0.5]\nowl,[0 0.5 2]\n',
  },
  'groups by values that look alike': { 'a.csv': ALIKE },
  'groups by ranges of what is not always a number': { 'a.csv': ALIKE },
  'groups by two columns': { 'a.csv': ALIKE },
  'only the group with code = 01': { 'a.csv': ALIKE },
  'only the group with code = true': { 'a.csv': ALIKE },
  'only the group without a code': { 'a.csv': ALIKE },
  'only the group with numbers from 1': { 'a.csv': ALIKE },
  'only the group with fewer than 3 words': { 'a.csv': ALIKE },
  'blanks between the cells': {
    'a.txt': 'y_true y_prob age\n0 0.1 20\n1  0.8  30\n0 0.3 40\n1 0.7 50\n1 0.9 60\n0 0.2 70\n1 0.6 80\n',
  },
};

/** What is done about a case before its code is written: by its name. */
export function changeOf(name: string): Partial<Interpretation> {
  if (name.startsWith('recalibrated ')) return { recalibratedOn: 'val' };
  if (name.startsWith('the softmax of ')) return { repairs: [{ kind: 'softmaxClasses', column: 'truth' }] };
  const subject = SUBJECTS[name];
  return subject === undefined ? {} : { subject: [subject] };
}

const from1 = { low: 1, high: Number.POSITIVE_INFINITY, isLowIn: true, isHighIn: true };
const below3 = { low: Number.NEGATIVE_INFINITY, high: 3, isLowIn: true, isHighIn: false };
const SUBJECTS: Readonly<Record<string, CellCondition>> = {
  'only the group with code = 01': { kind: 'value', column: 'code', value: '01' },
  'only the group with code = true': { kind: 'value', column: 'code', value: 'true' },
  'only the group without a code': { kind: 'missing', column: 'code' },
  'only the group with numbers from 1': { kind: 'range', column: 'code', range: from1 },
  'only the group with fewer than 3 words': { kind: 'words', column: 'code', range: below3 },
};

const GROUPINGS: Readonly<Record<string, Grouping>> = {
  'groups by values that look alike': { by: [{ column: 'code', edges: null }] },
  'groups by ranges of what is not always a number': { by: [{ column: 'code', edges: [1, 50] }] },
  'groups by two columns': {
    by: [
      { column: 'code', edges: null },
      { column: 'age', edges: [30] },
    ],
  },
};

/** What makes groups, each of which gets a threshold of its own; null in most cases. */
export const groupingOf = (name: string): Grouping | null => GROUPINGS[name] ?? null;

/** What pandas read for a case, and the code by which it did; `make.ts` wrote it down. */
export function pandasRead(name: string): {
  readonly code: readonly string[];
  readonly yScore: readonly number[];
  /** Where groups have thresholds of their own. */
  readonly yPred?: readonly number[];
} {
  return JSON.parse(readFileSync(new URL('./read.json', import.meta.url), 'utf8'))[name];
}

interface OpenedCase {
  /** The decision as Python, as far as plain pandas and NumPy go. */
  readonly code: string;
  /** The scores of the rows that the program kept, in the order of the file. */
  readonly yScore: readonly number[];
  /** 1 where such a row is flagged, else 0. */
  readonly yPred: readonly number[];
}

/** Opens files as the program does. O(bytes). */
export async function openCase(
  files: Readonly<Record<string, Content>>,
  change: Partial<Interpretation> = {},
  grouping: Grouping | null = null,
): Promise<OpenedCase> {
  const session = createDatasetSession();
  const { signal } = new AbortController();
  const sources: SourceFile[] = Object.entries(files).map(([name, content]) => ({ name, blob: new Blob([content]) }));
  const summary = (await session(signal, { kind: 'open', files: sources }, () => {})) as DatasetSummary;
  const interpretation = { ...summary.inferred, ...change };
  const prepared = (await session(signal, { kind: 'prepare', interpretation }, () => {})) as Prepared;
  const [evaluation] = prepared.evaluations;
  let groups: GroupThresholds | null = null;
  if (grouping !== null) {
    const ask = { kind: 'groups', interpretation, split: evaluation.split, grouping } as const;
    const measured = (await session(signal, ask, () => {})) as MeasuredGroups;
    const thresholds = measured.groups.map(({ values }, at) => ({ values, threshold: ((at * 29) % 89) / 89 }));
    groups = { grouping, thresholds, chosenBy: null };
  }
  const query = {
    offset: 0,
    limit: Number.POSITIVE_INFINITY,
    order: 'file',
    split: null,
    outcome: null,
    threshold: 0.5,
    rule: '>=',
    groups,
  } as const;
  const page = (await session(signal, { kind: 'rows', interpretation, query }, () => {})) as RowPage;
  const whole = pythonText({ name: 'a', summary, prepared, evaluation, threshold: 0.5, rule: '>=', groups });
  return {
    code: whole.slice(0, whole.search(/\n# (?:scikit-learn|The threshold is one|A model of scikit-learn)/) + 1),
    yScore: page.rows.map(({ score }) => score),
    yPred: page.rows.map(({ isFlagged }) => (isFlagged ? 1 : 0)),
  };
}
