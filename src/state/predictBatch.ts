import type { StateCreator } from 'zustand/vanilla';
import {
  type BatchResult,
  type MadeCall,
  MOST_ROWS,
  type PredictBatch,
  type PredictBatchSlice,
  type PredictTools,
  type RequestItem,
} from './predict.ts';
import { answersFile, callsFile } from './predictAnswers.ts';
import { withoutQuery } from './predictStart.ts';
import type { TunerState } from './tunerState.ts';

/** Rows that are read of the open data at a time. */
const PAGE = 5000;
/** How often a running batch is shown anew, in milliseconds. */
const SHOWN_EVERY = 100;

export const createPredictBatchActions =
  ({ page, tell, createLatest }: PredictTools): StateCreator<TunerState, [], [], Omit<PredictBatchSlice, 'batch'>> =>
  (set, get) => {
    const latest = createLatest();

    /** The form's own fields, each with the cell of its column where there is one. */
    const itemsOf = (columns: readonly string[], rows: readonly (readonly string[])[], text: string | null) => {
      const { form } = get();
      return rows.map((cells): RequestItem => {
        const cellOf = (name: string) => cells[columns.indexOf(name)];
        const own = form.fields.map(({ name, value }) => ({
          name,
          value: columns.includes(name) ? cellOf(name) : value,
        }));
        if (form.kind === 'fields') return own;
        const texts = text === null ? [] : [{ name: 'text', value: cellOf(text) }];
        return form.kind === 'text'
          ? texts
          : [...texts, ...columns.map((name) => ({ name, value: cellOf(name) })), ...own];
      });
    };

    const begin = async (
      of: string,
      target: number,
      columns: readonly string[],
      rows: readonly (readonly string[])[],
      text: string | null,
    ) => {
      const found = get().targets.find(({ id }) => id === target);
      if (found === undefined) return;
      set({
        batch: {
          of,
          target: found,
          template: get().form,
          columns,
          rows,
          items: itemsOf(columns, rows, text),
          results: rows.map(() => null),
          isRunning: false,
          stopped: null,
        },
      });
      await get().resumeBatch();
    };

    return {
      askAboutRows: async (target, column, most) => {
        const { opened } = get();
        if (opened === null) return;
        const signal = latest.start('batch');
        const columns = opened.dataset.summary.columns.map(({ name }) => name);
        const rows: (readonly string[])[] = [];
        const wanted = Math.min(most, MOST_ROWS);
        try {
          while (rows.length < wanted) {
            const query = { order: 'file', split: null, outcome: null, threshold: 0, rule: '>=' } as const;
            const limit = Math.min(PAGE, wanted - rows.length);
            const found = await opened.dataset.rows(signal, { ...query, offset: rows.length, limit });
            if (found.rows.length === 0) break;
            for (const row of found.rows) rows.push(row.cells);
          }
        } catch (error) {
          tell(error);
          return;
        }
        await begin(opened.name, target, columns, rows, columns.includes(column) ? column : null);
      },
      askAboutList: async (target, text) => {
        const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
        const cells = lines.slice(0, MOST_ROWS).map((line) => {
          const tab = line.lastIndexOf('\t');
          return tab < 0 ? [line.trim(), ''] : [line.slice(0, tab).trim(), line.slice(tab + 1).trim()];
        });
        const hasLabels = cells.some(([, label]) => label !== '');
        const columns = hasLabels ? ['text', 'label'] : ['text'];
        const rows = hasLabels ? cells : cells.map(([first]) => [first]);
        await begin('', target, columns, rows, 'text');
      },
      resumeBatch: async () => {
        const { batch, predictApi: api } = get();
        if (batch === null || batch.isRunning || api === null) return;
        const signal = latest.start('batch');
        const results: (BatchResult | null)[] = batch.results.map((result) =>
          result?.outcome.kind === 'answered' ? result : null,
        );
        const { target, template, items } = batch;
        const isSettled = results.map((result) => result !== null);
        const made: Omit<MadeCall, 'id'>[] = [];
        const show = (change: Partial<PredictBatch>) => {
          const present = get().batch;
          if (present?.items === items) set({ batch: { ...present, results: [...results], ...change } });
          get().noteCalls(made.splice(0));
        };
        let shownAt = api.now();
        show({ isRunning: true, stopped: null });
        try {
          const { isWhole } = await api.batch(
            signal,
            isSettled,
            async (aborting, item) => {
              const request = api.prepare(target, template, items[item], target.version);
              const at = api.now();
              const outcome =
                'code' in request
                  ? ({
                      kind: 'failed',
                      problem: request,
                      status: null,
                      ms: 0,
                      said: null,
                      isPassing: false,
                      retryAfter: null,
                    } as const)
                  : await api.call(aborting, request);
              const { id, name, url, method, version } = target;
              const asked = 'code' in request ? '' : request.sent;
              made.push({ at, target: id, name, url: withoutQuery(url), method, version, request: asked, outcome });
              return outcome;
            },
            (item, result) => {
              results[item] = result;
              if (api.now() - shownAt < SHOWN_EVERY) return;
              shownAt = api.now();
              show({});
            },
          );
          show({ isRunning: false, stopped: isWhole ? null : 'gaveUp' });
        } catch (error) {
          tell(error);
          show({ isRunning: false, stopped: 'cancelled' });
        }
      },
      cancelBatch: () => latest.cancel('batch'),
      dropBatch: () => {
        latest.cancel('batch');
        set({ batch: null });
      },
      saveAnswers: async () => {
        const file = answersFile(get());
        if (file !== null) page.saveFile(file.name, file.blob);
      },
      openAnswers: async () => {
        const file = answersFile(get());
        if (file === null) return;
        await get().openFiles([file]);
        if (get().opened?.files[0] === file) get().setView('tune');
      },
      saveCalls: async (format) => {
        const file = callsFile(get(), format);
        page.saveFile(file.name, file.blob);
      },
    };
  };
