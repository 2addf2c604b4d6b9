import { describe, expect, it } from 'vitest';
import type { RoleQuestion } from '../../../src/core/roles/roles.ts';
import { translate } from '../../../src/i18n/translate.ts';
import type { DatasetSummary } from '../../../src/io/io.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';
import { fileOf, never, openWhole, problemOf } from '../read/reading.ts';

describe('files that cannot be used', () => {
  it.each<[string, string, string, Record<string, unknown>]>([
    ['one column', 'p\n0.1\n0.2\n', 'oneColumn', { columns: ['p'] }],
    ['one column of lines with spaces', 'no table\njust text\nof lines\n', 'oneColumn', {}],
    ['no number', 'y_true,name\nyes,x1\nno,y2\n', 'noScoreColumn', { columns: ['y_true', 'name'] }],
    ['text in the score column', 'y_true,y_prob\n1,high\n0,low\n1,high\n', 'noScoreColumn', {}],
    ['a history', 'epoch,loss,val_loss\n1,0.5,0.6\n2,0.4,0.5\n', 'trainingHistory', {}],
    [
      'many columns',
      `${'a,b,c,d,e,f,g,h,i,j,k,l'}\n${Array(12).fill('x').join()}\n`,
      'noScoreColumn',
      { columns: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', '…'] },
    ],
    [
      'rows of another width',
      'y,p\n1,0.5,7\n0,0.1,8\n',
      'noRowsKept',
      { read: 2, reason: translate('skip.tooManyFields') },
    ],
    ['an empty file', '', 'emptyFile', {}],
    ['a header', 'y_true,y_prob\n', 'headerOnly', {}],
    ['no table at all', '{"a": 1}', 'noJsonTable', {}],
  ])('%s', async (_, content, code, values) => {
    expect(await problemOf(openWhole(content))).toMatchObject({ code, values: { file: 'data.csv', ...values } });
  });
});

describe('files whose columns do not tell everything', () => {
  it.each<[string, string, RoleQuestion]>([
    ['no label', 'name,p\nx1,0.1\ny2,0.2\nz3,0.4\n', { label: null, score: 'p' }],
    ['two columns of features', 'y_true,age,income\n1,30,7\n0,40,8\n1,30,7\n', { label: 'y_true', score: null }],
  ])('%s: are asked about, with their first rows', async (_, content, question) => {
    const session = createDatasetSession();
    const files = [fileOf(content)];
    const summary = (await session(never, { kind: 'open', files }, () => {})) as DatasetSummary;
    expect(summary.question).toEqual(question);
    expect(summary.firstRows.map((cells) => cells.join())).toEqual(content.trim().split('\n').slice(1));
  });
});

describe('files at the border of use', () => {
  it('one row', async () => {
    const { prepared } = await openWhole('y_true,y_prob\n1,0.7\n');
    expect(prepared.accounting).toMatchObject({ read: 1, kept: 1 });
    expect(prepared.findings.map(({ code }) => code)).toEqual(['oneClass', 'constantScore']);
  });

  it('one class', async () => {
    const { prepared } = await openWhole('y_true,y_prob\n0,0.7\n0,0.1\n0,0.2\n');
    expect(prepared.findings[0]).toMatchObject({ code: 'oneClass', values: { label: '0' } });
    expect(prepared.evaluations[0]).toMatchObject({ positives: 0, negatives: 3 });
  });

  it('some text among the scores', async () => {
    const { prepared, page } = await openWhole('y_true,y_prob\n1,0.7\n0,n/a\n0,error\n0,0.2\n');
    expect(prepared.accounting.skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ['missingScore', 1],
      ['unreadableScore', 1],
    ]);
    expect(page.rows.map(({ line, score }) => [line, score])).toEqual([
      [2, 0.7],
      [5, 0.2],
    ]);
  });

  it('40,000 columns', async () => {
    const extra = Array.from({ length: 39_998 }, (_, at) => `f${at}`);
    const row = (label: number, score: number) => `${label},${score},${extra.map((_, at) => at % 7).join()}`;
    const { summary, prepared } = await openWhole(
      `y_true,y_prob,${extra.join()}\n${[row(0, 0.1), row(1, 0.8), row(0, 0.4), row(1, 0.6)].join('\n')}\n`,
    );
    expect(summary.columns).toHaveLength(40_000);
    expect(summary.inferred).toMatchObject({ label: 'y_true', score: 'y_prob' });
    expect(prepared.evaluations[0].scoreMetrics.rocAuc).toBe(1);
  });

  it('names of objects’ own properties as columns', async () => {
    const { summary, page } = await openWhole('__proto__,constructor,y_true,y_prob\na,b,1,0.7\nc,d,0,0.2\n');
    expect(summary.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'y_true', 'y_prob']);
    expect(page.rows[1].cells).toEqual(['c', 'd', '0', '0.2']);
  });
});

describe('a session', () => {
  it('answers nothing before it is opened', async () => {
    await expect(createDatasetSession()(never, { kind: 'fingerprints' }, () => {})).rejects.toThrow('not open');
  });

  it('lets what is asked while it opens wait for that', async () => {
    const session = createDatasetSession();
    const files = [fileOf('y_true,y_prob\n1,0.7\n0,0.2\n')];
    const opening = session(never, { kind: 'open', files }, () => {});
    const fingerprints = session(never, { kind: 'fingerprints' }, () => {});
    expect(await fingerprints).toHaveLength(1);
    expect((await opening) as DatasetSummary).toMatchObject({ rowCount: 2 });
  });

  it('passes on why it could not be opened', async () => {
    const session = createDatasetSession();
    const opening = session(never, { kind: 'open', files: [fileOf('')] }, () => {});
    const waiting = session(never, { kind: 'fingerprints' }, () => {});
    expect((await problemOf(opening)).code).toBe('emptyFile');
    expect((await problemOf(waiting)).code).toBe('emptyFile');
  });
});
