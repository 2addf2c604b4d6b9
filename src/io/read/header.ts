import { numberIn, spellsMissing, spellsNumber } from '../../core/dataset/cell.ts';
import { uniqueNames } from '../uniqueNames.ts';

/** Records below the first one that are compared with it. */
const COMPARED = 50;

/**
 * Whether the first record holds names. Told by content: a word above numbers is a name, a number above numbers is none, and a word
 * that comes again below it is a value. Class names as pandas writes them (0,1 above 0.8,0.2) are names too. Without evidence either
 * way, different words are taken for names.
 */
export function hasHeader(records: readonly (readonly string[])[]): boolean {
  const evidence = headerEvidence(records);
  if (evidence !== 0) return evidence > 0;
  const words = records[0].map((cell) => cell.trim());
  return new Set(words).size === words.length && !words.some(spellsNumber);
}

/** Above 0 where what stands below the first record shows that it holds names, below 0 where it shows that it does not. */
export function headerEvidence(records: readonly (readonly string[])[]): number {
  const [first, ...rest] = records.slice(0, COMPARED + 1);
  const words = first.map((cell) => cell.trim());
  if (isClassNumbering(words, rest)) return words.length;
  let votes = 0;
  for (let column = 0; column < words.length; column++) {
    const word = words[column];
    const below = rest.map((record) => record[column]?.trim() ?? '').filter((cell) => !spellsMissing(cell));
    if (spellsNumber(word)) votes -= 1;
    else if (spellsMissing(word)) continue;
    else if (below.length > 0 && below.every(spellsNumber)) votes += 3;
    else if (below.includes(word)) votes -= 2;
  }
  return votes;
}

/** 0,1,…,k-1 above fractions, perhaps after names or an unnamed index. */
function isClassNumbering(words: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const from = words.indexOf('0');
  if (from < 0 || words.length - from < 2) return false;
  if (words.slice(from).some((word, at) => word !== String(at))) return false;
  const cells = rest.flatMap((record) => record.slice(from));
  const fractions = cells.filter((cell) => !Number.isInteger(numberIn(cell))).length;
  return rest.length > 0 && fractions > cells.length / 2;
}

/** Names for the columns, all different: empty ones are numbered by place ("column 3"), repeated ones counted ("score (2)"). O(n). */
export function columnNames(header: readonly string[]): string[] {
  const wanted = header.map((cell, at) => cell.trim().replace(/^"(.*)"$/, '$1') || `column ${at + 1}`);
  return uniqueNames(wanted);
}
