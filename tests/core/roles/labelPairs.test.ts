import { describe, expect, it } from 'vitest';
import { labelRows } from '../../../src/core/rows/labelRows.ts';
import { openWhole } from '../../io/read/reading.ts';
import { tableOf } from '../dataset/tables.ts';

const TOPICS = ['Finance', 'Health', 'Sport'];

/** Rows in which any number of three topics hold; `cells` spells no and yes. */
function table(labels: readonly string[], scores: readonly string[], [no, yes] = ['0', '1'], more = ''): string {
  const lines = Array.from({ length: 40 }, (_, row) => {
    const truths = labels.map((__, place) => (row * (place + 3)) % 7 < 3);
    const given = scores.map((__, place) => (truths[place] ? 0.6 : 0.1) + ((row * 7 + place) % 13) / 50);
    return [...truths.map((holds) => (holds ? yes : no)), ...given, ...(more === '' ? [] : [row % 3])].join();
  });
  return `${[...labels, ...scores, ...(more === '' ? [] : [more])].join()}\n${lines.join('\n')}\n`;
}

const openedOf = async (text: string) => {
  const { prepared } = await openWhole(text);
  const { task, interpretation, findings } = prepared;
  const labels = task.kind === 'multilabel' ? task.labels : null;
  return {
    pairs: labels?.map(({ label, labelColumn, column }) => [label, labelColumn, column]) ?? null,
    labels,
    interpretation,
    codes: findings.map(({ code }) => code),
    task,
  };
};

describe('a label and a score for each of several topics', () => {
  it.each<[string, (topic: string) => string, (topic: string) => string]>([
    ['y_ and p_', (topic) => `y_${topic}`, (topic) => `p_${topic}`],
    ['bare and _prob', (topic) => topic, (topic) => `${topic}_prob`],
    ['_true and _score', (topic) => `${topic}_true`, (topic) => `${topic}_score`],
    ['keys of cells', (topic) => `labels.${topic}`, (topic) => `probabilities.${topic}`],
    ['y_true_ and y_pred_', (topic) => `y_true_${topic}`, (topic) => `y_pred_${topic}`],
    ['brackets', (topic) => `label(${topic})`, (topic) => `p(${topic})`],
    ['behind and before', (topic) => `${topic} label`, (topic) => `probability ${topic}`],
  ])('are found: %s', async (_, labelOf, scoreOf) => {
    const { pairs, interpretation } = await openedOf(table(TOPICS.map(labelOf), TOPICS.map(scoreOf)));
    expect(pairs).toEqual(TOPICS.map((topic) => [topic, labelOf(topic), scoreOf(topic)]));
    expect(interpretation).toMatchObject({
      label: labelOf('Finance'),
      score: scoreOf('Finance'),
      positiveLabel: '1',
      negativeLabel: '0',
      scoredLabel: '1',
      scoreReading: { kind: 'asIs' },
    });
  });

  it.each<[[string, string]]>([[['False', 'True']], [['no', 'yes']], [['0.0', '1.0']]])(
    'may be spelt %s',
    async (spelling) => {
      const { labels, interpretation } = await openedOf(
        table(
          TOPICS.map((topic) => `y_${topic}`),
          TOPICS.map((topic) => `p_${topic}`),
          spelling,
        ),
      );
      expect(labels?.map(({ positiveLabel }) => positiveLabel)).toEqual(Array(3).fill(spelling[1]));
      expect(interpretation).toMatchObject({ positiveLabel: spelling[1], negativeLabel: spelling[0] });
    },
  );

  it('are numbers where their columns number them', async () => {
    const places = [0, 1, 2];
    const { pairs } = await openedOf(
      table(
        places.map((at) => `y_${at}`),
        places.map((at) => `p_${at}`),
      ),
    );
    expect(pairs?.map(([label]) => label)).toEqual(['0', '1', '2']);
  });

  it('are called by names that objects have too', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const { pairs } = await openedOf(
      table(
        names,
        names.map((name) => `${name}.prob`),
      ),
    );
    expect(pairs).toEqual(names.map((name) => [name, name, `${name}.prob`]));
  });

  it('are left out, and named, where one of the two columns is missing', async () => {
    const { pairs, codes, task } = await openedOf(
      table(['y_Finance', 'y_Health', 'y_Law'], ['p_Finance', 'p_Health', 'p_Sport']),
    );
    expect(pairs?.map(([label]) => label)).toEqual(['Finance', 'Health']);
    expect(task).toMatchObject({ labelsAlone: ['Law'], scoresAlone: ['Sport'] });
    expect(codes).toContain('labelsWithoutScores');
    expect(codes).toContain('scoresWithoutLabel');
  });

  it('may have no positives or scores beyond 0 to 1, which is said', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => [row % 2, 0, row % 2 ? 1.5 : -2.5, row / 40, row % 5]);
    const text = `y_a,y_b,p_a,p_b\n${rows.map(([a, b, p, q]) => [a, b, p, q].join()).join('\n')}\n,1,0.5,0.25\n`;
    const { codes, labels } = await openedOf(text.replace(',1,0.5,0.25', ',0,0.5,0.25'));
    expect(labels?.map(({ count }) => count)).toEqual([15, 0]);
    for (const code of ['labelsWithoutPositives', 'labelScoresOutside', 'labelCellsMissing']) {
      expect(codes).toContain(code);
    }
  });
});

/** Two models, each with its score and its own decision. */
const MODELS = `label,a,a_score,b,b_score\n${Array.from({ length: 40 }, (_, row) => {
  const scores = [(row % 10) / 10 + 0.01, (row % 7) / 7 + 0.01];
  return [row % 10 > 5 ? 1 : 0, ...scores.flatMap((score) => [score >= 0.5 ? 1 : 0, score])].join();
}).join('\n')}\n`;

describe('no several labels', () => {
  it.each<[string, string]>([
    ['one pair only', table(['y_true'], ['y_prob'])],
    ['a label of its own beside two models with their decisions', MODELS],
  ])('%s', async (_, text) => {
    const { pairs } = await openedOf(text);
    expect(pairs).toBeNull();
  });
});

it('keeps a row for the labels it has, and leaves out what has no split or no usable weight', () => {
  const dataset = tableOf({
    y_a: ['1', '0', '', '1', '1'],
    y_b: ['0', '1', '1', '1', '1'],
    p_a: ['0.5', '0.25', '0.5', '0.75', '1'],
    p_b: ['', '0.5', '0.125', '1', '1'],
    split: ['x', 'y', 'x', 'x', ''],
    weight: [1, 2, 3, -1, 1],
  });
  const of = (name: string) => ({
    label: name,
    labelColumn: `y_${name}`,
    column: `p_${name}`,
    count: 0,
    positiveLabel: '1',
    negativeLabel: '0',
  });
  const task = { kind: 'multilabel', labels: [of('a'), of('b')], labelsAlone: [], scoresAlone: [] } as const;
  const roles = { split: 'split', weight: 'weight', modelColumn: null, modelName: null };
  const lacking = Number.NaN;
  expect(labelRows(dataset, roles, task)).toEqual([
    {
      split: 'x',
      scores: {
        yTrue: [Uint8Array.of(1, 0), Uint8Array.of(0, 1)],
        yScore: [Float64Array.of(0.5, lacking), Float64Array.of(lacking, 0.125)],
        sampleWeight: Float64Array.of(1, 3),
      },
    },
    {
      split: 'y',
      scores: {
        yTrue: [Uint8Array.of(0), Uint8Array.of(1)],
        yScore: [Float64Array.of(0.25), Float64Array.of(0.5)],
        sampleWeight: Float64Array.of(2),
      },
    },
  ]);
});
