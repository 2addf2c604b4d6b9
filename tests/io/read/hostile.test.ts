import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../src/io/io.ts';
import { readDataset } from '../../../src/io/read/readDataset.ts';
import { cellsOf, columnNames, fileOf, never, openWhole, problemOf, read } from './reading.ts';

const GIGABYTE = 1024 ** 3;

/** A file that holds one block again and again, and of which nothing exists but what is asked for. */
function endless(block: string | Uint8Array, size = 2 * GIGABYTE, start = ''): SourceFile {
  const bytes = Buffer.from(block);
  const slice = (from: number, to: number) => ({
    arrayBuffer: async () => {
      const end = Math.min(to, size);
      const offset = from % bytes.length;
      const whole = Buffer.alloc(end - from + offset, bytes).subarray(offset);
      if (from === 0) whole.write(start);
      return new Uint8Array(whole).buffer;
    },
  });
  return { name: 'endless.csv', blob: { size, slice } as unknown as Blob };
}

/** Reads one file, and says how far its reading has come when it ends. */
async function farthest(file: SourceFile) {
  let last = { bytesRead: 0, bytesTotal: 0, rows: 0 };
  const reading = readDataset(never, [file], (progress) => {
    last = progress;
  });
  return { outcome: await reading.catch((error: unknown) => error), last };
}

describe('a file of two gigabytes', () => {
  it.each<[string, SourceFile, string, number]>([
    ['of zeros', endless(new Uint8Array(1024)), 'binaryFile', 0],
    ['without a line end', endless('x'.repeat(1000)), 'recordTooLong', 0],
    ['of commas', endless(',,,,,,,,'), 'recordTooLong', 0],
    [
      'without a line end below its first lines',
      endless('x'.repeat(1000), 2 * GIGABYTE, 'y,p\n1,0.5\n'),
      'recordTooLong',
      45e6,
    ],
    ['with a quote left open', endless('1,0.5\n', 2 * GIGABYTE, 'y,p\n1,"0'), 'unclosedQuote', 4e6],
  ])('%s is given up early', async (_, file, code, atMost) => {
    const { outcome, last } = await farthest(file);
    expect(outcome).toMatchObject({ code, values: { file: 'endless.csv' } });
    expect(last.bytesRead).toBeLessThanOrEqual(atMost);
  });

  it.each([
    ['rows', endless('1,0.5\n0,0.25\n', 2 * GIGABYTE, 'y,p\n0.')],
    ['comments', endless('# nothing\n')],
  ])('of %s tells how large it is, and stops when it is told to', async (_, file) => {
    const controller = new AbortController();
    const totals: number[] = [];
    const reading = readDataset(controller.signal, [file], ({ bytesTotal }) => {
      totals.push(bytesTotal);
      controller.abort();
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(totals[0]).toBe(2 * GIGABYTE);
  });
});

describe('compressed traps', () => {
  it.each([
    ['zeros', new Uint8Array(1), 'binaryFile'],
    ['rows', 'a,b\n', 'unpacksTooFar'],
    ['one line', 'a', 'unpacksTooFar'],
  ])('40 MB of %s are not unpacked to their end', async (_, block, code) => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(40e6, block)));
    expect((await problemOf(read(bomb))).code).toBe(code);
  });

  it('that unpack to a trap again are refused', async () => {
    const inner = gzipSync(Buffer.alloc(50e6, 'a,b\n'));
    expect((await problemOf(read(new Uint8Array(gzipSync(inner))))).code).toBe('packedTwice');
  });

  it.each([0.1, 0.5, 0.9])('cut off after %d of their bytes are named as such', async (share) => {
    const packed = gzipSync(`y,p\n${Array.from({ length: 50_000 }, (_, at) => `${at % 2},0.${at}\n`).join('')}`);
    const cut = new Uint8Array(packed.subarray(0, packed.length * share));
    expect(await problemOf(read(cut))).toEqual({ code: 'brokenGzip', values: { file: 'data.csv' } });
  });
});

describe('very wide and very long', () => {
  it('a row of 1,000,000 commas among others is counted', async () => {
    const { dataset, notes } = await read(`y,p\n1,0.5\n${','.repeat(1_000_000)}\n0,0.25\n`);
    expect([dataset.rowCount, notes.skipped]).toEqual([
      2,
      [{ reason: 'tooManyFields', count: 1, places: [{ file: 'data.csv', line: 3 }] }],
    ]);
  });

  it('a header of 1,000,000 commas is refused with its number', async () => {
    expect(await problemOf(read(`${','.repeat(1_000_000)}\n1,0.5\n`))).toEqual({
      code: 'tooManyColumns',
      values: { file: 'data.csv', count: 1_000_001, limit: 100_000 },
    });
  });

  // A machine with other work to do may need half a minute.
  it.each(['h_', ''])(
    '40,000 columns are read, profiled and prepared, their names being “%sn”',
    async (start) => {
      const names = Array.from({ length: 40_000 }, (_, at) => (start === '' ? 'h' : `${start}${at}`));
      const row = (at: number) => [at % 2, at / 50, ...Array<string>(39_998).fill('7')].join();
      const text = [['y', 'p', ...names.slice(2)].join(), ...Array.from({ length: 40 }, (_, at) => row(at))].join('\n');
      const { summary, prepared } = await openWhole(new Uint8Array(Buffer.from(text)));
      expect([summary.columns.length, summary.inferred.score, prepared.accounting.kept]).toEqual([40_000, 'p', 40]);
    },
    120_000,
  );

  it('fields of a megabyte are kept, in quotes or not', async () => {
    const long = 'x'.repeat(999_000);
    const result = await read(`y,text\n1,${long}\n0,"${long}"\n1,"${'"'.repeat(499_000 * 2)}"\n`);
    expect(cellsOf(result).map(([, text]) => text.length)).toEqual([999_000, 999_000, 499_000]);
  });

  it('a quoted field beyond any measure is taken for a quote left open', async () => {
    expect(await problemOf(read(`y,text\n1,"${'x\n'.repeat(2_000_000)}"\n`))).toEqual({
      code: 'unclosedQuote',
      values: { file: 'data.csv', line: 2 },
    });
  });
});

describe('many files', () => {
  const csv = (at: number) => `y,p\n1,0.${at}5\n`;

  it('fifty with the same columns are joined', async () => {
    const files = Array.from({ length: 50 }, (_, at) => fileOf(csv(at), `fold_${at}.csv`));
    const result = await readDataset(never, files, () => {});
    expect([result.dataset.rowCount, columnNames(result)]).toEqual([50, ['y', 'p', 'file']]);
    expect(cellsOf(result)[49]).toEqual(['1', '0.495', '49']);
  });

  it('the first with other columns is named', async () => {
    const files = Array.from({ length: 50 }, (_, at) => fileOf(at > 30 ? 'y,q\n1,2\n' : csv(at), `fold_${at}.csv`));
    expect(await problemOf(readDataset(never, files, () => {}))).toEqual({
      code: 'differentColumns',
      values: { file: 'fold_31.csv', other: 'fold_0.csv', missing: ['p'] },
    });
  });

  it('too many are refused before one of them is read', async () => {
    const files = Array.from({ length: 101 }, () => fileOf(csv(1)));
    expect(await problemOf(readDataset(never, files, () => {}))).toEqual({
      code: 'tooManyFiles',
      values: { count: 101, limit: 100 },
    });
  });

  it('of one name are told apart', async () => {
    const files = [fileOf(csv(1), 'preds.csv'), fileOf(csv(2), 'preds.csv')];
    const result = await readDataset(never, files, () => {});
    expect(cellsOf(result).map(([, , file]) => file)).toEqual(['preds', 'preds (2)']);
  });
});

describe('files that change while they are read', () => {
  it('are named', async () => {
    const { slice, size } = endless('1,0.5\n', 4e6, 'y,p\n0').blob;
    const blob = {
      size,
      slice: (from: number, to: number) => {
        if (from > 1e6) throw new DOMException('The requested file could not be read', 'NotReadableError');
        return slice(from, to);
      },
    } as unknown as Blob;
    expect(await problemOf(readDataset(never, [{ name: 'moved.csv', blob }], () => {}))).toEqual({
      code: 'changedFile',
      values: { file: 'moved.csv' },
    });
  });
});

describe('text that is no table', () => {
  it.each([
    [
      'a letter',
      'Dear all,\n\nplease find the results attached. They are good, I think.\nBest regards,\nAda\n',
      'noScoreColumn',
    ],
    ['prose', 'It was a dark night.\nThe rain fell in torrents\nexcept at intervals\n', 'oneColumn'],
    [
      'a log',
      Array.from({ length: 60 }, (_, at) => `2026-03-03 10:00:${at} INFO request took ${at} ms`).join('\n'),
      'oneColumn',
    ],
    ['a list', 'apples\npears\nplums\n', 'oneColumn'],
  ])('is refused with what is missing: %s', async (_, text, code) => {
    expect((await problemOf(openWhole(new Uint8Array(Buffer.from(text))))).code).toBe(code);
  });
});
