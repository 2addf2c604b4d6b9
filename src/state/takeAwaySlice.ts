import type { StateCreator } from 'zustand/vanilla';
import { csvText } from '../io/export/csvText.ts';
import { metricsTable } from '../io/export/metricsTable.ts';
import { operatingPointText } from '../io/export/operatingPoint.ts';
import { pythonDecision } from '../io/export/python.ts';
import { writeLink } from '../io/link.ts';
import type { Env } from './env.ts';
import { createLatest, isCancelled } from './latest.ts';
import { linkOf } from './linkedState.ts';
import { noticeOf } from './notices.ts';
import { selectEvaluation, selectEvaluations, selectScoreRange, selectThreshold } from './selectors.ts';
import type { TextTable } from './tables.ts';
import type { TakeAwaySlice, TunerState } from './tunerState.ts';

const CSV = 'text/csv;charset=utf-8';

/** The open file's name without its ending, safe as the beginning of another file's name. */
const stemOf = (name: string): string =>
  name
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 80) || 'cutpoint';

export const createTakeAwaySlice =
  ({ page }: Env): StateCreator<TunerState, [], [], TakeAwaySlice> =>
  (_set, get) => {
    const latest = createLatest();
    const save = (ending: string, type: string, parts: BlobPart[]) =>
      page.saveFile(`${stemOf(get().opened?.name ?? '')}-${ending}`, new Blob(parts, { type }));
    const saveTable = (ending: string, table: TextTable) => save(ending, CSV, [csvText(table)]);

    const metrics = (): TextTable => {
      const state = get();
      const hasWeights = state.opened?.prepared.hasWeights ?? false;
      return metricsTable(selectEvaluations(state), selectThreshold(state), state.decision.rule, hasWeights);
    };

    return {
      copyText: async (text) => {
        try {
          await page.copyText(text);
          return true;
        } catch {
          get().addNotice({ code: 'copyRefused', values: {} });
          return false;
        }
      },
      copyLink: () => get().copyText(page.addressOf(writeLink(linkOf(get())))),
      pythonCode: () => {
        const state = get();
        const { opened } = state;
        const evaluation = selectEvaluation(state);
        if (opened === null || evaluation === null) return '';
        const { interpretation, transform } = opened.prepared;
        const range = selectScoreRange(state);
        return pythonDecision({
          file: opened.name,
          split: evaluation.split,
          rows: evaluation.rows,
          label: interpretation.label,
          score: interpretation.score,
          transform,
          positiveLabel: interpretation.positiveLabel,
          threshold: selectThreshold(state),
          rule: state.decision.rule,
          isProbability: range.low >= 0 && range.high <= 1,
        });
      },
      saveOperatingPoint: async () => {
        const state = get();
        const { opened } = state;
        if (opened === null) return;
        try {
          const fingerprints = await opened.dataset.fingerprints(latest.start('fingerprints'));
          const text = operatingPointText({
            name: opened.name,
            files: opened.dataset.summary.files.map((file, place) => ({ ...file, sha256: fingerprints[place] })),
            prepared: opened.prepared,
            threshold: selectThreshold(state),
            rule: state.decision.rule,
          });
          save('operating-point.json', 'application/json', [text]);
        } catch (error) {
          if (!isCancelled(error)) get().addNotice(noticeOf(error));
        }
      },
      saveMetrics: () => saveTable('metrics.csv', metrics()),
      metricsText: () => {
        const { columns, rows } = metrics();
        return [columns, ...rows].map((row) => row.join('\t')).join('\n');
      },
      saveRows: async () => {
        const state = get();
        if (state.opened === null) return;
        try {
          const query = { threshold: selectThreshold(state), rule: state.decision.rule, split: null };
          const rows = await state.opened.dataset.writeRows(latest.start('rows'), query);
          save('predictions.csv', CSV, [rows]);
        } catch (error) {
          if (!isCancelled(error)) get().addNotice(noticeOf(error));
        }
      },
      downloadTable: (name, table) => saveTable(`${name.toLowerCase().replace(/\W+/g, '-')}.csv`, table),
    };
  };
