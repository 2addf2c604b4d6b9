import { clear, createStore, entries, promisifyRequest, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import { formatBytes } from '../i18n/format.ts';
import type { TextValues } from '../i18n/translate.ts';
import type { SourceFile } from './io.ts';
import { readSession, type Session, storedSession, versionOf } from './session.ts';

/** Why nothing can be kept, or what is kept cannot be used: a code with values; the sentence lives in i18n as `problem.<code>`. */
export type StorageProblemCode =
  | 'storageFull' // file, needed
  | 'storageUnavailable' // detail
  | 'fileChanged' // file
  | 'keptByLater'
  | 'keptDamaged';

export class StorageProblem extends Error {
  readonly code: StorageProblemCode;
  readonly values: TextValues;

  constructor(code: StorageProblemCode, values: TextValues = {}) {
    super(code);
    this.name = 'StorageProblem';
    this.code = code;
    this.values = values;
  }
}

/** The data that is kept on this device, several files read as one included. */
export interface KeptFile {
  /** Another each time something is kept, so that tabs can tell whose it is. */
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
}

export interface KeptWhole {
  readonly kept: KeptFile;
  readonly files: readonly SourceFile[];
  /** Null where it was damaged. */
  readonly session: Session | null;
}

/** What another tab of the page did. */
export type KeepNews =
  | { readonly kind: 'kept'; readonly kept: KeptFile }
  | { readonly kind: 'session'; readonly id: string }
  | { readonly kind: 'forgotten' };

/** Keeps one dataset with its session on this device. `browserStorage` implements it; tests give their own. Everything rejects with a `StorageProblem`. */
export interface KeepStorage {
  /** Null where nothing is kept. What is damaged is deleted; what a later version wrote is left alone. */
  load(): Promise<KeptWhole | null>;
  /** Keeps copies of the files in place of what was kept, which stays until the new is whole. */
  keep(
    signal: AbortSignal,
    files: readonly SourceFile[],
    summary: Pick<KeptFile, 'name' | 'rows'>,
    session: Session,
  ): Promise<KeptFile>;
  /** Replaces the session of the file kept under this id. What is asked for last is written even if the page is left at once. */
  saveSession(id: string, session: Session): Promise<void>;
  forget(): Promise<void>;
  onNews(listener: (news: KeepNews) => void): () => void;
}

/** The parts of a browser that are needed here. */
export interface StorageBrowser {
  /** Tells the page's own store from that of another page of the same origin. */
  readonly name: string;
  readonly estimate: () => Promise<StorageEstimate>;
  /** Asks the browser to leave the store alone when space runs short. */
  readonly persist: () => Promise<unknown>;
}

const FORMAT = 'cutpoint.kept/';
const VERSION = 1;

/** A store that another tab blocks for longer than this is given up, so that the page can start. */
const BLOCKED_MS = 3000;

const keptSchema = v.object({ id: v.string(), name: v.string(), rows: v.number(), bytes: v.number() });
const filesSchema = v.pipe(v.array(v.object({ name: v.string(), blob: v.instance(Blob) })), v.minLength(1));

/** A session is written by itself and often; a late one of a file that was kept before must not pass for that of the present file. */
const sessionKey = (id: string): string => `session ${id}`;

const isOutOfSpace = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

/** Why the store refused, in the browser's own words. */
function unavailable(error: unknown): StorageProblem {
  if (error instanceof StorageProblem) return error;
  return new StorageProblem('storageUnavailable', { detail: error instanceof Error ? error.message : String(error) });
}

const sizeOf = (files: readonly SourceFile[]): number => files.reduce((sum, { blob }) => sum + blob.size, 0);

/** A copy that a change to the file on disk can do no harm to. */
async function copyOf({ name, blob }: SourceFile): Promise<SourceFile> {
  let copy: Blob;
  try {
    copy = await new Response(blob.stream()).blob();
  } catch {
    throw new StorageProblem('fileChanged', { file: name });
  }
  if (copy.size !== blob.size) throw new StorageProblem('fileChanged', { file: name });
  return { name, blob: copy };
}

/** Like `createStore`, but opened when first used, again after a failure, and given up when blocked. */
function patientStore(name: string): UseStore {
  let store: UseStore | null = null;
  return (mode, callback) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const blocked = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        store = null;
        reject(new StorageProblem('storageUnavailable', { detail: { key: 'storagePart.otherTab' } }));
      }, BLOCKED_MS);
    });
    const used = async () => {
      store ??= createStore(name, 'kept');
      return store(mode, (objects) => {
        clearTimeout(timer);
        return callback(objects);
      });
    };
    return Promise.race([used(), blocked]).finally(() => clearTimeout(timer));
  };
}

export function createStorage({ name, estimate, persist }: StorageBrowser): KeepStorage {
  const store = patientStore(name);
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  const tell = (news: KeepNews) => channel?.postMessage(news);

  const forget = async () => {
    await clear(store).catch((error: unknown) => {
      throw unavailable(error);
    });
    tell({ kind: 'forgotten' });
  };

  /** Writes all or nothing, at once: a page that is being left does not live to see the end of it. */
  const write = (put: (objects: IDBObjectStore) => void): Promise<void> =>
    store('readwrite', (objects) => {
      try {
        put(objects);
      } catch (error) {
        // What was put before the failure would be written without the rest.
        objects.transaction.abort();
        throw error;
      }
      objects.transaction.commit?.();
      return promisifyRequest(objects.transaction);
    });

  /** As the browser estimates it; infinite where it does not say. */
  async function freeBytes(): Promise<number> {
    const { quota = Infinity, usage = 0 } = await estimate().catch((): StorageEstimate => ({}));
    return quota - usage;
  }

  return {
    load: async () => {
      const stored = await entries<string, unknown>(store).catch((error: unknown) => {
        throw unavailable(error);
      });
      const { kept, files, ...sessions } = Object.fromEntries(stored);
      if (kept === undefined) {
        // What a tab wrote that had not yet heard of the deletion.
        if (stored.length > 0) await clear(store).catch(() => {});
        return null;
      }
      const version = versionOf(kept, FORMAT);
      const readKept = v.safeParse(keptSchema, kept);
      const read = readSession(readKept.success ? sessions[sessionKey(readKept.output.id)] : undefined);
      if ((version !== null && version > VERSION) || read === 'later') throw new StorageProblem('keptByLater');
      const readFiles = v.safeParse(filesSchema, files);
      const isWhole =
        version === VERSION &&
        readKept.success &&
        readFiles.success &&
        sizeOf(readFiles.output) === readKept.output.bytes;
      if (!isWhole) {
        await forget();
        throw new StorageProblem('keptDamaged');
      }
      return { kept: readKept.output, files: readFiles.output, session: read === 'damaged' ? null : read };
    },
    keep: async (signal, files, { name, rows }, session) => {
      const needed = sizeOf(files);
      const full = new StorageProblem('storageFull', { file: name, needed: formatBytes(needed) });
      if ((await freeBytes()) < needed) throw full;
      const copies = await Promise.all(files.map(copyOf));
      signal.throwIfAborted();
      const kept: KeptFile = { id: crypto.getRandomValues(new Uint32Array(3)).join('-'), name, rows, bytes: needed };
      try {
        await write((objects) => {
          objects.clear();
          objects.put({ format: `${FORMAT}${VERSION}`, ...kept }, 'kept');
          objects.put(copies, 'files');
          objects.put(storedSession(session), sessionKey(kept.id));
        });
      } catch (error) {
        throw isOutOfSpace(error) ? full : unavailable(error);
      }
      tell({ kind: 'kept', kept });
      // Some browsers ask the user first, who need not answer for the file to be kept.
      void persist().catch(() => {});
      return kept;
    },
    saveSession: async (id, session) => {
      try {
        await write((objects) => objects.put(storedSession(session), sessionKey(id)));
      } catch (error) {
        throw unavailable(error);
      }
      tell({ kind: 'session', id });
    },
    forget,
    onNews: (listener) => {
      const hear = (event: MessageEvent<KeepNews>) => listener(event.data);
      channel?.addEventListener('message', hear);
      return () => channel?.removeEventListener('message', hear);
    },
  };
}

/** The store of this page; other pages of the same origin, in other folders, have their own. */
export const browserStorage = (): KeepStorage =>
  createStorage({
    name: `cutpoint ${new URL('.', document.baseURI).pathname}`,
    estimate: async () => navigator.storage.estimate(),
    persist: async () => navigator.storage.persist(),
  });
