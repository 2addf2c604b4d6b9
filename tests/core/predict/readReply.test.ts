import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certaintyOf, nearnessOf } from '../../../src/core/predict/certainty.ts';
import { NO_MAPPING, probabilitiesOf, type ReadReply, readReply } from '../../../src/core/predict/readReply.ts';
import { readReplyText } from '../../../src/io/predict/replyText.ts';
import { isClose } from '../close.ts';

const close = (actual: number, expected: number) =>
  expect(isClose(actual, expected), `${actual}, not ${expected}`).toBe(true);

const SENTIMENT = { names: ['negative', 'neutral', 'positive'], isExclusive: true };
const BINARY = { names: ['no', 'yes'], isExclusive: true };
const TOPICS = { names: ['Sport', 'Health'], isExclusive: false };

const reading = (text: string, ...more: [mapping?: typeof NO_MAPPING, known?: typeof BINARY | null]) =>
  readReply(readReplyText(text)?.values ?? [], ...more);

function read(text: string, ...more: [mapping?: typeof NO_MAPPING, known?: typeof BINARY | null]): ReadReply {
  const found = reading(text, ...more);
  if (found.kind !== 'read') throw new Error(`${found.kind}: ${text}`);
  return found;
}

const named = (reply: ReadReply) => Object.fromEntries(reply.names.map((name, at) => [name, reply.probabilities[at]]));

describe('a reply', () => {
  it.each([
    ['nested', '{"probabilities": {"negative": 0.2, "neutral": 0.1, "positive": 0.7}}'],
    ['flat', '{"negative": 0.2, "neutral": 0.1, "positive": 0.7}'],
    [
      'with other members',
      '{"model": "v3", "latency_ms": 12, "probabilities": {"negative": 0.2, "neutral": 0.1, "positive": 0.7}}',
    ],
    ['with times beside the classes', '{"negative": 0.2, "neutral": 0.1, "positive": 0.7, "latency_ms": 12}'],
    [
      'a list of pairs',
      '[{"label": "negative", "score": 0.2}, {"label": "neutral", "score": 0.1}, {"label": "positive", "score": 0.7}]',
    ],
    [
      'a list of such a list',
      '[[{"label": "negative", "score": 0.2}, {"label": "neutral", "score": 0.1}, {"label": "positive", "score": 0.7}]]',
    ],
    [
      'BigQuery',
      '{"predicted_y_probs": [{"label": "negative", "prob": 0.2}, {"label": "neutral", "prob": 0.1}, {"label": "positive", "prob": 0.7}]}',
    ],
    ['two lists', '{"classes": ["negative", "neutral", "positive"], "scores": [0.2, 0.1, 0.7]}'],
    [
      'two lists beside others',
      '{"model": "v3", "classes": ["negative", "neutral", "positive"], "scores": [0.2, 0.1, 0.7]}',
    ],
    ['a list of known order', '[0.2, 0.1, 0.7]'],
    ['a matrix of one row', '{"predictions": [[0.2, 0.1, 0.7]]}'],
    ['text in place of numbers', '{"negative": "0.2", "neutral": "0.1", "positive": "0.7"}'],
    ['percent', '{"negative": 20, "neutral": 10, "positive": 70}'],
    ['Python', "{'negative': 0.2, 'neutral': 0.1, 'positive': 0.7}"],
    ['spaCy', '{"cats": {"negative": 0.2, "neutral": 0.1, "positive": 0.7}}'],
  ])('is understood: %s', (_, text) => {
    const found = read(text, NO_MAPPING, SENTIMENT);
    expect(named(found)).toEqual({ negative: 0.2, neutral: 0.1, positive: 0.7 });
    expect(found.isExclusive).toBe(true);
  });

  it('of one number speaks of the class looked for, and of the other by what is left', () => {
    for (const text of [
      '0.75',
      '{"probability": 0.75}',
      '[0.75]',
      '{"prediction": 1, "probability": 0.75}',
      '{"score": 0.75, "id": 7}',
    ])
      expect(named(read(text, NO_MAPPING, BINARY))).toEqual({ yes: 0.75, no: 0.25 });
    expect(named(read('{"label": "no", "score": 0.75}', NO_MAPPING, BINARY))).toEqual({ no: 0.75, yes: 0.25 });
    expect(read('{"label": "spam", "score": 0.75}')).toMatchObject({ names: ['spam'], isTopOnly: true });
    expect(read('0.75')).toMatchObject({ names: [''], isUnnamed: true, probabilities: [0.75] });
  });

  it('takes names of places from the open data in ascending order, or numbers them', () => {
    expect(read('[0.9, 0.1]', NO_MAPPING, { names: ['10', '9'], isExclusive: true }).names).toEqual(['9', '10']);
    expect(read('[0.9, 0.2]', NO_MAPPING, TOPICS)).toMatchObject({ names: ['Sport', 'Health'], isExclusive: false });
    expect(read('[0.1, 0.2, 0.7]')).toMatchObject({ names: ['0', '1', '2'], isUnnamed: true });
    expect(read('[0.1, 0.9]', { ...NO_MAPPING, names: ['ham', 'spam'] })).toMatchObject({ names: ['ham', 'spam'] });
  });

  it('of labels one by one does not add up to one', () => {
    expect(read('{"Finance": 0.26, "Political": 0.36, "Technology": 0.58}').isExclusive).toBe(false);
    expect(read('{"a": 0.5, "b": 0.5}').isExclusive).toBe(true);
  });

  it('of logits becomes probabilities', () => {
    const logits = read('{"logits": [1.5, -0.5]}', NO_MAPPING, BINARY);
    expect(logits).toMatchObject({ scale: 'logits', isScaleGuessed: false });
    close(logits.probabilities[1], 1 / (1 + Math.exp(2)));
    expect(read('[2.1, -3.4, 0.2]')).toMatchObject({ scale: 'logits', isScaleGuessed: true });
    expect(read('{"Sport": 2, "Health": -1}', NO_MAPPING, TOPICS).scale).toBe('logitEach');
    close(read('{"logit": -2}').probabilities[0], 1 / (1 + Math.exp(2)));
    close(read('[800, 0]', { ...NO_MAPPING, scale: 'logits' }).probabilities[0], 1);
  });

  it('prefers what is called probabilities', () => {
    const text = '{"logits": {"a": 2, "b": 0}, "probabilities": {"a": 0.88, "b": 0.12}, "shape": [1, 2]}';
    expect(named(read(text))).toEqual({ a: 0.88, b: 0.12 });
    expect(read(text, { ...NO_MAPPING, group: '["logits"]' }).scale).toBe('logits');
  });

  it('that is none says so', () => {
    expect(reading('{"status": "ok"}').kind).toBe('noNumbers');
    expect(reading('{}').kind).toBe('noNumbers');
    expect(reading('{"probabilities": {"a": 1.2, "b": -0.2}}')).toMatchObject({
      kind: 'outside',
      name: 'a',
      value: 1.2,
    });
    expect(reading('{"a": 7, "b": 12}')).toMatchObject({ kind: 'outside', name: 'a', value: 7 });
    const several = reading('{"first": {"a": 0.4, "b": 0.6}, "second": {"a": 0.3, "b": 0.7}}');
    expect(several).toMatchObject({ kind: 'several' });
    const key = several.kind === 'several' ? several.groups[1].key : '';
    const mapping = { ...NO_MAPPING, group: key };
    expect(named(read('{"first": {"a": 0.4, "b": 0.6}, "second": {"a": 0.3, "b": 0.7}}', mapping))).toEqual({
      a: 0.3,
      b: 0.7,
    });
  });

  it('without a score says what there is in its place', () => {
    expect(reading('{"label": "spam"}')).toEqual({ kind: 'noNumbers', label: 'spam', said: null });
    expect(reading('{"sentiment": "positive", "took_ms": 12}')).toMatchObject({ label: 'positive' });
    expect(reading('{"error": "model not loaded", "code": 3}')).toEqual({
      kind: 'noNumbers',
      label: null,
      said: 'model not loaded',
    });
    expect(reading('{"message": null}')).toMatchObject({ label: null, said: null });
    expect(reading('{"code": 3, "probability": 0.4}').kind).toBe('read');
  });

  it('names the classes for which no number came', () => {
    expect(read('{"probabilities": {"a": null, "b": 0.5, "c": NaN}}')).toMatchObject({
      names: ['b'],
      missing: ['a', 'c'],
    });
    expect(read('{"label": "spam", "score": 0.75}').missing).toEqual([]);
  });

  it('may hold anything at all', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const found = reading(text);
        if (found.kind !== 'read') return;
        expect(found.probabilities.length).toBe(found.names.length);
        for (const p of found.probabilities) expect(p >= 0 && p <= 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps names that objects have by themselves', () => {
    const found = read('{"__proto__": 0.25, "constructor": 0.75}');
    expect(found.names).toEqual(['__proto__', 'constructor']);
    expect(found.probabilities).toEqual([0.25, 0.75]);
  });
});

describe('probabilities', () => {
  it('of logits add up to one and keep their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 2, maxLength: 9 }),
        (logits) => {
          const found = probabilitiesOf(logits, 'logits');
          close(
            found.reduce((sum, p) => sum + p, 0),
            1,
          );
          for (const [at, p] of found.entries())
            for (const [other, q] of found.entries())
              if (logits[at] > logits[other]) expect(p).toBeGreaterThanOrEqual(q);
        },
      ),
    );
  });

  it('have words of their own', () => {
    expect([0, 0.04, 0.05, 0.3, 0.4, 0.55, 0.6, 0.8, 0.95, 0.99, 1].map(certaintyOf)).toEqual([
      'surelyNot',
      'surelyNot',
      'veryUnlikely',
      'unlikely',
      'even',
      'even',
      'likely',
      'veryLikely',
      'surely',
      'surely',
      'surely',
    ]);
    expect([0.01, -0.05, 0.3].map(nearnessOf)).toEqual(['at', 'close', 'clear']);
  });
});
