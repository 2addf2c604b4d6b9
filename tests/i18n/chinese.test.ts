import { describe, expect, it } from 'vitest';
import { zh } from '../../src/i18n/zh.ts';
import { allEnglish as en } from './allEnglish.ts';

type TextKey = keyof typeof en;
const keys = Object.keys(en) as TextKey[];

/** The holes that hold a value; `{n:one|other}` holds the form of a word only. */
const valueHoles = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
const allHoles = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name);

/** A text with a sign in the place of each hole: what a person wrote. */
const written = (text: string): string => text.replace(/\{\w+\}/g, '◦');

/** Code within a text, which is as a computer wants it: commands after a colon, an argument. */
const withoutCode = (text: string): string =>
  text.replace(/：(?:duckdb|psql|clickhouse|spark|bq)\b.*$/, '：').replace(/\w+="\w+"/, '◦');

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The Chinese texts, without code, in which something is wrong; each with its key, so that a failure says where to look. */
const wrong = (isWrong: RegExp | ((text: string, key: TextKey) => boolean)): string[] =>
  keys
    .filter((key) => {
      const text = withoutCode(written(zh[key]));
      return isWrong instanceof RegExp ? isWrong.test(text) : isWrong(text, key);
    })
    .map((key) => `${key}: ${zh[key]}`);

describe('the Chinese texts', () => {
  it('have the keys of the English ones, each with a text', () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
    expect(wrong(/^\s*$/)).toEqual([]);
  });

  it('fill the holes of the English ones, and leave no form of a word to a number', () => {
    const differs = (key: TextKey): boolean =>
      valueHoles(en[key]).some((name) => !valueHoles(zh[key]).includes(name)) ||
      valueHoles(zh[key]).some((name) => !allHoles(en[key]).includes(name));
    expect(wrong((_, key) => differs(key))).toEqual([]);
    expect(wrong(/[{}]/)).toEqual([]);
  });

  it('leave nothing in English but names, signs and what stands on keys', () => {
    // Names of methods and functions come singly or in pairs; five Latin words make a sentence.
    expect(wrong(/[A-Za-z’]{2,}(?:[ ,;:]+[A-Za-z’]{2,}){4}/)).toEqual([]);
    const latin = keys.filter((key) => !hasHan(zh[key]) && /[a-z]{3}/.test(written(zh[key]).replaceAll('beta', 'β')));
    const names = latin.filter((key) => !/^keys\..*\.keys$/.test(key)).map((key) => zh[key]);
    expect([...new Set(names)].sort()).toEqual([
      'BigQuery',
      'ClickHouse',
      'Cutpoint',
      'DuckDB',
      'PostgreSQL',
      'Spark SQL',
      'kappa',
      '（95%，DeLong）',
      '（95%，Wilson）',
    ]);
  });

  it('are written with Chinese punctuation', () => {
    expect(wrong(/\p{Script=Han}[,;:!?.]|[,;:!?]\p{Script=Han}/u)).toEqual([]);
    expect(wrong((text) => hasHan(text) && /[◦”）%][,;:!?]|[◦”）%]\.(?!\d)/u.test(text))).toEqual([]);
    expect(wrong((text) => hasHan(text) && /["']|[^…]…(?!…)/.test(text))).toEqual([]);
    // A bracket of half width belongs to a formula.
    expect(
      wrong((text, key) => hasHan(text) && /[()]/.test(text) && !/[÷·√Σ]|ln\(/.test(text) && !/\.formula$/.test(key)),
    ).toEqual([`price.breakEvenTerm: ${zh['price.breakEvenTerm']}`]);
  });

  it('end as the English ones do', () => {
    const abbreviations = ['matrix.tp', 'matrix.tn'];
    expect(wrong((text, key) => !abbreviations.includes(key) && /[^.]\.$/.test(en[key]) !== /。$/.test(text))).toEqual(
      [],
    );
    expect(wrong((text, key) => /[\w}]\?$/.test(en[key]) !== /？$/.test(text))).toEqual([]);
    expect(wrong((text, key) => / …$/.test(en[key]) !== /[^…]……$/.test(text))).toEqual([]);
    expect(wrong((_, key) => /:$/.test(en[key]) !== /：$/.test(zh[key]))).toEqual([]);
  });

  it('have a space between Chinese and Latin words, numbers and holes, and nowhere else', () => {
    expect(wrong(/ {2}|^ | $| [，。：；？！（）、“”]|[，。：；？！（）、“”] /)).toEqual([]);
    expect(wrong(/\p{Script=Han} \p{Script=Han}/u)).toEqual([]);
    expect(wrong(/\p{Script=Han}[A-Za-z0-9≥>=]|[A-Za-z0-9≥>=%]\p{Script=Han}/u)).toEqual([]);
    // These are always filled with Chinese words, or with nothing.
    const ownWords = /\{(?:all|delimiter|difference|name|ofSplit|role|strategy|way)\}/g;
    expect(wrong((_, key) => /\p{Script=Han}\{|\}\p{Script=Han}/u.test(zh[key].replace(ownWords, '')))).toEqual([]);
  });
});
