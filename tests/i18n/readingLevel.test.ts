/**
 * How hard the sentences are to read, by the grade of Flesch and Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * Chartability asks for grade 9 at most.
 */
import { describe, expect, it } from 'vitest';
import { allEnglish } from './allEnglish.ts';

/** Groups of vowels, without a silent e at the end: close to a dictionary's count for English on the whole. */
function syllables(word: string): number {
  const groups = word.toLowerCase().match(/[aeiouy]+/g)?.length ?? 1;
  return Math.max(1, groups - (/[^aeioul]e$|[^aeioutd]ed$/i.test(word) ? 1 : 0));
}

/** The sentences of a text, with a word in the place of every value, and each plural as it is read. */
function sentencesOf(text: string): string[][] {
  const filled = text.replace(/\{\w+:[^|}]*\|([^}]*)\}/g, '$1').replace(/\{\w+\}/g, 'one');
  return filled
    .split(/[.!?](?=\s|$)/)
    .map((sentence) => sentence.match(/[A-Za-z’']+/g) ?? [])
    .filter((words) => words.length >= 4);
}

function grade(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flat();
  const count = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (count / words.length) - 15.59;
}

describe('the sentences of the page', () => {
  // Formulas and the names of other libraries are no sentences.
  const texts = Object.entries(allEnglish)
    .filter(([key]) => !/\.(formula|term)$/i.test(key))
    .map(([, text]) => text);

  it('are measured as by hand', () => {
    expect(['threshold', 'precision', 'rate', 'missed', 'table', 'score'].map(syllables)).toEqual([2, 3, 1, 1, 2, 1]);
    // 2 sentences, 12 words, 12 syllables.
    expect(grade(['The cat sat on the mat. It was a big cat, {name}.'])).toBeCloseTo(
      0.39 * (12 / 2) + 11.8 * (12 / 12) - 15.59,
      10,
    );
  });

  it('stay at grade 9 at most', () => {
    expect(grade(texts)).toBeLessThanOrEqual(9);
  });

  it('and none is very long', () => {
    const long = texts.flatMap(sentencesOf).filter((words) => words.length > 32);
    expect(long.map((words) => words.join(' '))).toEqual([]);
  });
});
