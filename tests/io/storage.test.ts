import 'fake-indexeddb/auto';
import { createStore, entries, set, setMany, type UseStore } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../src/io/session.ts';
import { createStorage, type KeepNews, type StorageBrowser } from '../../src/io/storage.ts';
import { never } from './read/reading.ts';

const SESSION: Session = {
  link: 't=0.59',
  address: 't=0.59',
  decision: {
    thresholds: [['1', 0.59]],
    rule: '>=',
    prices: { miss: 5, falseAlarm: 1, hit: 0, leftAlone: 0, unit: '€' },
  },
  past: [],
  future: [],
  matrixShare: 'actual',
};
const ROWS = 'y_true,y_prob\n1,0.5\n0,0.25\n';
const file = (name: string, text = ROWS) => ({ name, blob: new Blob([text]) });
const summary = (name: string) => ({ name, rows: 2 });

let name: string;
let made = 0;
let raw: UseStore;
const persist = vi.fn(async () => true);
const browser = (estimate: StorageBrowser['estimate'] = async () => ({})): StorageBrowser => ({
  name,
  estimate,
  persist,
});

beforeEach(() => {
  made += 1;
  name = `test ${made}`;
  raw = createStore(name, 'kept');
  persist.mockClear();
});

const texts = (files: readonly { readonly name: string; readonly blob: Blob }[]) =>
  Promise.all(files.map(async ({ name: of, blob }) => [of, await blob.text()]));
const keys = async () => (await entries(raw)).map(([key]) => String(key).replace(/ .*/, '')).sort();

describe('a kept file', () => {
  it('comes back with its bytes, its names and its session, in another tab too', async () => {
    const kept = await createStorage(browser()).keep(
      never,
      [file('a.csv'), file('b.csv', 'x')],
      summary('a + b'),
      SESSION,
    );
    expect(kept).toMatchObject({ name: 'a + b', rows: 2, bytes: ROWS.length + 1 });
    const whole = await createStorage(browser()).load();
    expect(whole).toMatchObject({ kept, session: SESSION });
    expect(await texts(whole!.files)).toEqual([
      ['a.csv', ROWS],
      ['b.csv', 'x'],
    ]);
    expect(persist).toHaveBeenCalledOnce();
  });

  it('gives way to the next one, of which nothing of the former is left', async () => {
    const storage = createStorage(browser());
    await storage.keep(never, [file('a.csv')], summary('a.csv'), SESSION);
    await storage.keep(never, [file('b.csv', 'x')], summary('b.csv'), { ...SESSION, link: 'b' });
    expect(await storage.load()).toMatchObject({ kept: { name: 'b.csv', bytes: 1 }, session: { link: 'b' } });
    expect(await keys()).toEqual(['files', 'kept', 'session']);
  });

  it('is gone once it is forgotten, with all that was written', async () => {
    const storage = createStorage(browser());
    const { id } = await storage.keep(never, [file('a.csv')], summary('a.csv'), SESSION);
    await storage.forget();
    expect(await keys()).toEqual([]);
    // A tab that has not yet heard of it writes once more; the next start cleans up.
    await storage.saveSession(id, SESSION);
    expect(await storage.load()).toBeNull();
    expect(await keys()).toEqual([]);
  });

  it('takes another session at any time, but never that of a file kept before', async () => {
    const storage = createStorage(browser());
    const former = await storage.keep(never, [file('a.csv')], summary('a.csv'), SESSION);
    const { id } = await storage.keep(never, [file('b.csv')], summary('b.csv'), SESSION);
    await storage.saveSession(id, { ...SESSION, link: 'of b' });
    await storage.saveSession(former.id, { ...SESSION, link: 'of a' });
    expect((await storage.load())?.session?.link).toBe('of b');
  });

  it('is a copy: what becomes of the file on disk does it no harm', async () => {
    const bytes = new TextEncoder().encode(ROWS);
    const onDisk = { name: 'a.csv', blob: new Blob([bytes]) };
    const read = vi.spyOn(onDisk.blob, 'stream');
    const storage = createStorage(browser());
    await storage.keep(never, [onDisk], summary('a.csv'), SESSION);
    expect(read).toHaveBeenCalledOnce();
    read.mockImplementation(() => {
      throw new DOMException('gone', 'NotReadableError');
    });
    expect(await texts((await storage.load())!.files)).toEqual([['a.csv', ROWS]]);
    await expect(storage.keep(never, [onDisk], summary('a.csv'), SESSION)).rejects.toMatchObject({
      code: 'fileChanged',
      values: { file: 'a.csv' },
    });
  });

  it('is not made of a file that is longer or shorter by now', async () => {
    const changed = { name: 'a.csv', blob: new Blob([ROWS]) };
    vi.spyOn(changed.blob, 'stream').mockReturnValue(new Blob([`${ROWS}1,1\n`]).stream());
    const storage = createStorage(browser());
    await expect(storage.keep(never, [changed], summary('a.csv'), SESSION)).rejects.toMatchObject({
      code: 'fileChanged',
    });
    expect(await storage.load()).toBeNull();
  });
});

describe('when there is no room', () => {
  const full = async () => ({ quota: 1_000_000, usage: 999_990 });

  it('asks before it writes, and says how much is needed', async () => {
    const storage = createStorage(browser(full));
    await expect(storage.keep(never, [file('a.csv')], summary('a.csv'), SESSION)).rejects.toMatchObject({
      code: 'storageFull',
      values: { file: 'a.csv', needed: '27\u00a0B' },
    });
    expect(await keys()).toEqual([]);
  });

  it.each<[string, () => void]>([
    [
      'between two writes',
      () => {
        const really = IDBObjectStore.prototype.put;
        const put = vi.spyOn(IDBObjectStore.prototype, 'put');
        put.mockImplementationOnce(function (this: IDBObjectStore, ...given) {
          put.mockImplementationOnce(() => {
            throw new DOMException('full', 'QuotaExceededError');
          });
          return really.apply(this, given);
        });
      },
    ],
    [
      'at the very end',
      () => {
        vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementationOnce(function (this: IDBTransaction) {
          this.abort();
        });
      },
    ],
  ])('leaves what was kept as it was when the disk fills up %s', async (_, fillUp) => {
    const storage = createStorage(browser());
    await storage.keep(never, [file('a.csv')], summary('a.csv'), SESSION);
    fillUp();
    await expect(storage.keep(never, [file('b.csv', 'x')], summary('b.csv'), SESSION)).rejects.toMatchObject({
      name: 'StorageProblem',
    });
    vi.restoreAllMocks();
    const whole = await storage.load();
    expect(whole).toMatchObject({ kept: { name: 'a.csv' }, session: SESSION });
    expect(await texts(whole!.files)).toEqual([['a.csv', ROWS]]);
  });

  it.each([
    ['QuotaExceededError', { code: 'storageFull', values: { file: 'a.csv', needed: '27\u00a0B' } }],
    ['UnknownError', { code: 'storageUnavailable', values: { detail: 'as the browser says' } }],
  ])('says what a %s means', async (errorName, problem) => {
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementationOnce(() => {
      throw new DOMException('as the browser says', errorName);
    });
    const storage = createStorage(browser());
    await expect(storage.keep(never, [file('a.csv')], summary('a.csv'), SESSION)).rejects.toMatchObject(problem);
  });

  it('tries all the same where the browser does not say how much is free', async () => {
    const silent = async (): Promise<StorageEstimate> => {
      throw new TypeError('not here');
    };
    const storage = createStorage(browser(silent));
    expect(await storage.keep(never, [file('a.csv')], summary('a.csv'), SESSION)).toMatchObject({ name: 'a.csv' });
  });
});

describe('where nothing can be kept', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('says so where the browser has no store, or refuses it', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const storage = createStorage(browser());
    await expect(storage.load()).rejects.toMatchObject({ code: 'storageUnavailable' });
    await expect(storage.saveSession('x', SESSION)).rejects.toMatchObject({ code: 'storageUnavailable' });
    await expect(storage.forget()).rejects.toMatchObject({ code: 'storageUnavailable' });
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    await expect(storage.load()).rejects.toMatchObject({ code: 'storageUnavailable', values: { detail: 'denied' } });
    vi.unstubAllGlobals();
    expect(await storage.load()).toBeNull();
  });

  it('does not wait for ever for a store that is blocked', async () => {
    const storage = createStorage(browser());
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementationOnce((of) => open(`${of} of another page`));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => new EventTarget() as IDBOpenDBRequest);
    const loading = expect(storage.load()).rejects.toMatchObject({ code: 'storageUnavailable' });
    await vi.advanceTimersByTimeAsync(3000);
    await loading;
    vi.useRealTimers();
    vi.restoreAllMocks();
    expect(await storage.load()).toBeNull();
  });
});

describe('a record that this version did not write', () => {
  const kept = { format: 'cutpoint.kept/1', id: 'x', name: 'a.csv', rows: 2, bytes: 3 };
  const files = [{ name: 'a.csv', blob: new Blob(['abc']) }];
  const session = { format: 'cutpoint.session/1', ...SESSION };

  it('is read if it is what another tab of this version wrote', async () => {
    await setMany(
      [
        ['kept', kept],
        ['files', files],
        ['session x', session],
      ],
      raw,
    );
    expect(await createStorage(browser()).load()).toMatchObject({ kept: { id: 'x' }, session: SESSION });
  });

  it.each<[string, [string, unknown][]]>([
    [
      'the file',
      [
        ['kept', { format: 'cutpoint.kept/2', somewhere: 'else' }],
        ['rows', files],
      ],
    ],
    [
      'the session',
      [
        ['kept', kept],
        ['files', files],
        ['session x', { format: 'cutpoint.session/9' }],
      ],
    ],
  ])('is left alone where a later version wrote %s', async (_, stored) => {
    await setMany(stored, raw);
    const before = await keys();
    await expect(createStorage(browser()).load()).rejects.toMatchObject({ code: 'keptByLater' });
    expect(await keys()).toEqual(before);
  });

  it.each<[string, [string, unknown][]]>([
    ['no files', [['kept', kept]]],
    [
      'an empty list',
      [
        ['kept', kept],
        ['files', []],
      ],
    ],
    [
      'text in place of a file',
      [
        ['kept', kept],
        ['files', [{ name: 'a.csv', blob: 'abc' }]],
      ],
    ],
    [
      'half a file',
      [
        ['kept', { ...kept, bytes: 4 }],
        ['files', files],
      ],
    ],
    [
      'another format',
      [
        ['kept', { ...kept, format: 'other' }],
        ['files', files],
      ],
    ],
    [
      'a name that is none',
      [
        ['kept', { ...kept, name: 7 }],
        ['files', files],
      ],
    ],
    ['a number', [['kept', 7]]],
  ])('is deleted where it is damaged: %s', async (_, stored) => {
    await setMany(stored, raw);
    const storage = createStorage(browser());
    await expect(storage.load()).rejects.toMatchObject({ code: 'keptDamaged' });
    expect(await keys()).toEqual([]);
    expect(await storage.load()).toBeNull();
  });

  it.each<[string, unknown]>([
    ['missing', undefined],
    ['damaged', { ...session, decision: 'none' }],
  ])('gives the file back where only the session is %s', async (_, value) => {
    await setMany(
      [
        ['kept', kept],
        ['files', files],
      ],
      raw,
    );
    if (value !== undefined) await set('session x', value, raw);
    expect(await createStorage(browser()).load()).toMatchObject({ kept: { id: 'x' }, session: null });
  });
});

describe('two tabs', () => {
  it('hear what the other does, not what they do themselves', async () => {
    const [here, there] = [createStorage(browser()), createStorage(browser())];
    const heard: KeepNews[] = [];
    const own = vi.fn();
    const stop = here.onNews((news) => heard.push(news));
    const stopOwn = there.onNews(own);
    const kept = await there.keep(never, [file('b.csv')], summary('b.csv'), SESSION);
    await there.saveSession(kept.id, SESSION);
    await there.forget();
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard).toEqual([{ kind: 'kept', kept }, { kind: 'session', id: kept.id }, { kind: 'forgotten' }]);
    expect(own).not.toHaveBeenCalled();
    stop();
    stopOwn();
  });
});
