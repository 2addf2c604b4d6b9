/** The outlines that a screen reader makes of the page, held against those in `aria`. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { LANGUAGE } from './language/speaking.ts';

/**
 * The roles and states at every depth. Names and texts are left out, and the order of those in one place, for a sentence in another
 * language has its words and links in another order.
 */
const shape = (outline: string): readonly string[] =>
  outline
    .split('\n')
    .filter((line) => /^\s*- /.test(line) && !/^\s*- (text|\/\w+)\b/.test(line))
    .map((line) =>
      line.replace(/"(?:[^"\\]|\\.)*"/, '').replace(/^(\s*)- '?([a-z]+) *((?: ?\[[^\]]*\])*).*$/, '$1$2 $3'),
    )
    .sort();

/** Whether the page is outlined as in the file; in another language, whether it has the same parts in the same places. */
export async function expectOutline(outline: string, name: string): Promise<void> {
  if (LANGUAGE === 'en') await expect(`${outline}\n`).toMatchFileSnapshot(`aria/${name}.yml`);
  else expect(shape(outline)).toEqual(shape(readFileSync(new URL(`aria/${name}.yml`, import.meta.url), 'utf8')));
}
