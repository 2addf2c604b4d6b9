import type { StateCreator } from 'zustand/vanilla';
import {
  type MadeCall,
  MOST_CALLS,
  MOST_TARGETS,
  MOST_VERSIONS,
  PREDICT_MEMORY,
  type PredictActions,
  type PredictApi,
  type PredictTarget,
  type PredictTools,
  type RequestItem,
} from './predict.ts';
import { isExample } from './predictHosts.ts';
import { hasPlace } from './predictSelectors.ts';
import { exampleForm, exampleTarget, rememberedText, withoutQuery } from './predictStart.ts';
import type { Opened, TunerState } from './tunerState.ts';

/** Kinds of values that a request of fields leaves out: what is to be predicted is not part of the question. */
const rolesOf = ({ prepared }: Opened): ReadonlySet<string> => {
  const { interpretation, task } = prepared;
  const { label, score, split, weight, id } = interpretation;
  const parts =
    task.kind === 'multiclass'
      ? task.classes.map(({ column }) => column)
      : task.kind === 'multilabel'
        ? task.labels.flatMap(({ column, labelColumn }) => [column, labelColumn])
        : [];
  return new Set([label, score, split, weight, id, ...parts].filter((name) => name !== null));
};

/** What can be done on Predict, and how it begins. */
export const createPredictActions =
  ({ page, tell, measureAs, createLatest }: PredictTools): StateCreator<TunerState, [], [], PredictActions> =>
  (set, get) => {
    const latest = createLatest();
    let calls = 0;
    let ids = get().targets.length;

    const remember = () => {
      const { targets } = get();
      if (targets.some(({ url }) => !isExample(url))) page.remember(PREDICT_MEMORY, rememberedText(get()));
    };

    /** What was made, added to the history; the oldest of very many are forgotten. */
    const note = (made: readonly Omit<MadeCall, 'id'>[]) =>
      set(({ madeCalls }) => ({
        madeCalls: [...madeCalls, ...made.map((call) => ({ ...call, id: ++calls }))].slice(-MOST_CALLS),
      }));

    async function askTarget(api: PredictApi, signal: AbortSignal, target: PredictTarget): Promise<void> {
      const { form } = get();
      const request = api.prepare(target, form, itemOf(form), target.version);
      if ('code' in request) {
        set(({ refusals, asking }) => ({
          refusals: new Map(refusals).set(target.id, request),
          asking: asking.filter((id) => id !== target.id),
        }));
        return;
      }
      const { id, name, url, method, version } = target;
      const at = api.now();
      const outcome = await api.call(signal, request);
      signal.throwIfAborted();
      note([{ at, target: id, name, url: withoutQuery(url), method, version, request: request.sent, outcome }]);
      set(({ asking, versionsUsed }) => ({
        asking: asking.filter((each) => each !== id),
        versionsUsed:
          outcome.kind === 'answered' && version !== '' && !isExample(url)
            ? [...new Set([version, ...versionsUsed])].slice(0, MOST_VERSIONS)
            : versionsUsed,
      }));
      if (outcome.kind === 'answered') remember();
    }

    return {
      setTarget: (id, change) =>
        set(({ targets, refusals }) => {
          const rest = new Map(refusals);
          rest.delete(id);
          return { targets: targets.map((each) => (each.id === id ? { ...each, ...change } : each)), refusals: rest };
        }),
      addTarget: () =>
        set(({ targets }) => {
          const last = targets.at(-1);
          if (targets.length >= MOST_TARGETS || last === undefined) return {};
          const version = last.url === 'example:mood' ? 'v2' : '';
          return { targets: [...targets, { ...last, id: ++ids, name: '', version }] };
        }),
      removeTarget: (id) =>
        set(({ targets }) => (targets.length > 1 ? { targets: targets.filter((each) => each.id !== id) } : {})),
      showExample: (of) => {
        latest.cancel('ask');
        set(({ form }) => ({
          targets: [exampleTarget(++ids, of)],
          form: exampleForm(form, of),
          refusals: new Map(),
          asking: [],
        }));
      },
      setForm: (change) => set(({ form }) => ({ form: { ...form, ...change }, refusals: new Map() })),
      takeFields: async (row) => {
        const { opened } = get();
        if (opened === null) return;
        try {
          const query = { offset: row, limit: 1, order: 'file', split: null, outcome: null } as const;
          const found = await opened.dataset.rows(latest.start('fields'), { ...query, threshold: 0, rule: '>=' });
          const cells = found.rows[0]?.cells ?? [];
          const left = rolesOf(opened);
          const fields = opened.dataset.summary.columns.flatMap(({ name }, at) =>
            left.has(name) ? [] : [{ name, value: cells[at] ?? '' }],
          );
          get().setForm({ kind: 'fields', fields });
        } catch (error) {
          tell(error);
        }
      },
      setReplyThreshold: (threshold) => set({ replyThreshold: { threshold, rule: '>=' } }),
      ask: async () => {
        const { predictApi: api } = get();
        if (api === null) return false;
        const { targets } = get();
        const signal = latest.start('ask');
        set({ asking: targets.map(({ id }) => id), refusals: new Map() });
        try {
          await Promise.all(targets.map((target) => askTarget(api, signal, target)));
          return true;
        } catch (error) {
          if (signal.aborted) return false;
          set({ asking: [] });
          tell(error);
          return false;
        }
      },
      cancelAsking: () => {
        latest.cancel('ask');
        set({ asking: [] });
      },
      measurePlace: async (label) => {
        const { opened, classPlaces } = get();
        if (opened === null || classPlaces.get(label)?.of === opened.prepared) return;
        if (!hasPlace(get(), label)) return;
        try {
          const evaluations = await measureAs(latest.start(`place ${label}`), opened, label);
          if (get().opened !== opened) return;
          set({ classPlaces: new Map(get().classPlaces).set(label, { of: opened.prepared, evaluations }) });
        } catch (error) {
          tell(error);
        }
      },
      noteCalls: note,
      forgetCalls: () => set({ madeCalls: [] }),
    };
  };

/** What the form asks about. */
export function itemOf(form: Pick<TunerState['form'], 'kind' | 'text' | 'fields'>): RequestItem {
  return form.kind === 'fields' ? form.fields : [{ name: 'text', value: form.text }, ...form.fields];
}
