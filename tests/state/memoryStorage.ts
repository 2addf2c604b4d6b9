import type { Session } from '../../src/io/session.ts';
import type { KeepNews, KeepStorage, KeptWhole } from '../../src/io/storage.ts';

/** What one device keeps, as all tabs see it. */
export interface TestDevice {
  whole: KeptWhole | null;
  /** Every session in the order of writing. */
  readonly sessions: Session[];
  /** Thrown by whatever is asked next. */
  failure: Error | null;
  /** Opens a tab. */
  storage(): KeepStorage;
}

/** Keeps in memory what a browser would keep on disk, and tells the other tabs at once. */
export function testDevice(): TestDevice {
  const tabs = new Map<KeepStorage, (news: KeepNews) => void>();
  let keptSoFar = 0;
  const device: TestDevice = {
    whole: null,
    sessions: [],
    failure: null,
    storage: () => {
      const tell = (news: KeepNews) => {
        for (const [tab, listener] of tabs) if (tab !== storage) listener(news);
      };
      const mayFail = async () => {
        const { failure } = device;
        device.failure = null;
        if (failure !== null) throw failure;
      };
      const storage: KeepStorage = {
        load: async () => {
          await mayFail();
          return device.whole;
        },
        keep: async (signal, files, { name, rows }, session) => {
          await mayFail();
          signal.throwIfAborted();
          const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
          const kept = { id: `kept ${++keptSoFar}`, name, rows, bytes };
          device.whole = { kept, files, session };
          tell({ kind: 'kept', kept });
          return kept;
        },
        saveSession: async (id, session) => {
          await mayFail();
          device.sessions.push(session);
          if (device.whole?.kept.id === id) device.whole = { ...device.whole, session };
          tell({ kind: 'session', id });
        },
        forget: async () => {
          await mayFail();
          device.whole = null;
          tell({ kind: 'forgotten' });
        },
        onNews: (listener) => {
          tabs.set(storage, listener);
          return () => tabs.delete(storage);
        },
      };
      return storage;
    },
  };
  return device;
}
