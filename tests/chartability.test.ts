/** The self-audit `tests/browser/CHARTABILITY.md`: its table, what it names, and what no other test measures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contrast } from './browser/audits/colour.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const AUDIT = readFileSync(join(ROOT, 'tests/browser/CHARTABILITY.md'), 'utf8');

const rows = AUDIT.split('\n')
  .map((line) => /^\| (\d+) \| (.+?) \| (yes)? ?\| (.+?) \| (.+) \|$/.exec(line))
  .filter((found) => found !== null)
  .map(([, number, question, critical, verdict, evidence]) => ({
    number: Number(number),
    question,
    isCritical: critical === 'yes',
    verdict,
    files: [...evidence.matchAll(/`([^`]+)`/g)].map(([, file]) => file),
  }));

describe('the self-audit', () => {
  it('answers 50 questions, 14 of them critical, each with a verdict', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(rows.filter(({ isCritical }) => isCritical)).toHaveLength(14);
    expect(rows.filter(({ verdict }) => !['passes', 'open', 'n/a'].includes(verdict))).toEqual([]);
  });

  it('leaves none of the critical ones open, and three of all at most, each argued', () => {
    const open = rows.filter(({ verdict }) => verdict === 'open');
    expect(open.filter(({ isCritical }) => isCritical)).toEqual([]);
    expect(open.length).toBeLessThanOrEqual(3);
    const argued = [...AUDIT.matchAll(/^\*\*(\d+), /gm)].map(([, number]) => Number(number));
    expect(argued).toEqual(open.map(({ number }) => number));
  });

  it('names files that exist, a test or a source for every answer', () => {
    const missing = rows.flatMap(({ number, files }) =>
      files.length === 0 ? [`${number}: nothing`] : files.filter((file) => !existsSync(join(ROOT, file))),
    );
    expect(missing).toEqual([]);
  });
});

const sheets = readdirSync(join(ROOT, 'src/view'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, css: readFileSync(join(ROOT, 'src/view', file), 'utf8') }));

describe('what the self-audit says of the style', () => {
  it('nothing moves, flashes or fades by itself', () => {
    expect(sheets.length).toBeGreaterThan(20);
    const moving = sheets.filter(({ css }) => /@keyframes|\b(animation|transition)\b[\w-]*\s*:/.test(css));
    expect(moving.map(({ file }) => file)).toEqual([]);
  });

  it.each(['light', 'dark'])('the ring of the focus has 4.5 : 1 on ground and panel: %s', (theme) => {
    const tokens = sheets.find(({ file }) => file === 'tokens.css')?.css ?? '';
    const [light, dark] = [tokens.indexOf(':root {'), tokens.indexOf('[data-theme="dark"]')];
    const block = theme === 'light' ? tokens.slice(light, dark) : tokens.slice(dark);
    const token = (name: string) => {
      const [, r, g, b] = new RegExp(`--${name}: #(..)(..)(..);`).exec(block) ?? [];
      return { r: Number.parseInt(r, 16), g: Number.parseInt(g, 16), b: Number.parseInt(b, 16), alpha: 1 };
    };
    for (const ground of ['ground', 'panel'])
      expect(contrast(token('threshold'), token(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });
});
