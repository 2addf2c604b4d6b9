/** What the reader of files puts into a sentence comes in the language of the page: kinds of files, faults, and names side by side. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTexts, type TextKey, translate } from '../../src/i18n/translate.ts';
import { zh } from '../../src/i18n/zh.ts';
import { deployFault } from '../../src/io/deploy.ts';
import { jsonFault } from '../../src/io/jsonFault.ts';
import { fileKind } from '../../src/io/read/fileKind.ts';

describe('within a Chinese sentence', () => {
  beforeAll(() => setTexts('zh', zh));
  afterAll(() => setTexts('en', null));

  it('stand the kind of a file and what is wrong with one in Chinese', () => {
    const found = fileKind(new Uint8Array([1, 2, 3, 0, 5]));
    const kind = found.kind === 'binary' ? found.looksLike : expect.fail();
    expect(translate('problem.binaryFile', { file: 'a.csv', kind })).toContain('“a.csv”是二进制文件，');
    const named = fileKind(new TextEncoder().encode('%PDF-1.7'));
    const pdf = named.kind === 'binary' ? named.looksLike : expect.fail();
    expect(translate('problem.binaryFile', { file: 'a.csv', kind: pdf })).toContain('“a.csv”是 PDF 文件，');
    const reason = { key: 'skip.otherLabel' } as const;
    expect(translate('problem.noRowsKept', { file: 'a.csv', read: 3, reason })).toContain(zh['skip.otherLabel']);
  });

  it('stands a space between what fills two holes, where one of them is a number or Latin', () => {
    const text = (side: string, threshold: string) => translate('case.why.flagged', { score: '0.3', side, threshold });
    expect(text('高于阈值', '0.24')).toBe('分数为 0.3，高于阈值 0.24，因此被标记。');
    expect(text('above', '阈值')).toContain('，above 阈值，');
    expect(text('高于', '阈值')).toContain('，高于阈值，');
  });

  it.each([
    ["Expected ',' or '}' after property value in JSON at position 15 (line 3 column 5)", '第 3 行第 5 个字符处有误'],
    ["JSON.parse: expected ',' or '}' at line 3 column 5 of the JSON data", '第 3 行第 5 个字符处有误'],
    ['Unexpected end of JSON input', '内容提前结束'],
    ['JSON Parse error: Unexpected EOF', '内容提前结束'],
    ['Unexpected token h', '其中有误'],
  ])('stands what a browser says of a text that is no JSON: %s', (message, said) => {
    const { key, values } = jsonFault(new SyntaxError(message));
    expect(translate(key, values)).toBe(said);
  });

  it('stands a fault of deploy.json without a word of the reader of its schema', () => {
    const issue = {
      kind: 'schema',
      type: 'number',
      input: 'x',
      expected: 'number',
      received: '"x"',
      message: 'Invalid',
    };
    const values = { place: 'threshold', detail: deployFault(issue as Parameters<typeof deployFault>[0]) };
    expect(translate('problem.deployInvalid', values)).toContain('“threshold”有误：这里应为数字。');
  });

  it('names are parted as Chinese does, also where some are left out', () => {
    const said = (labels: readonly string[]) => translate('problem.labelsNotTuned' as TextKey, { labels });
    expect(said(['a', 'b'])).toContain('对 a、b，');
    expect(said(['a', 'b', '…'])).toContain('对 a、b 等，');
    expect(said(['天', '地'])).toContain('对天、地，');
  });
});

it('within an English one, names are parted by commas', () => {
  const said = (labels: readonly string[]) => translate('problem.labelsNotTuned', { labels });
  expect(said(['a', 'b'])).toContain('a, b');
  expect(said(['a', 'b', '…'])).toContain('a, b, …');
});
