import type { StateCreator } from 'zustand/vanilla';
import type { ColumnProfile } from '../core/dataset/profile.ts';
import type { Prepared } from '../core/prepare/prepared.ts';
import { applyRepair, undoRepair } from '../core/roles/applyRepair.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import { repairedProfiles } from '../core/roles/repairedColumns.ts';
import { reinterpret } from '../core/roles/roles.ts';
import { BINARY, wholeChange } from '../core/roles/task.ts';
import type { DatasetTurns } from './datasetTurns.ts';
import { recorded, redone, undone } from './decision.ts';
import { isCancelled } from './latest.ts';
import { prepareLinked } from './linkedReading.ts';
import { fittedInterpretation } from './linkedState.ts';
import { noticeOf } from './notices.ts';
import { baseReading, carriedOver, isSameReading, presentStep } from './readings.ts';
import { selectThresholdKey } from './selectors.ts';
import { shown } from './showing.ts';
import type { Opened, PrepareSlice, TunerState } from './tunerState.ts';

type Change = (present: Interpretation, columns: readonly ColumnProfile[]) => Interpretation;

export const createPrepareSlice =
  (turns: DatasetTurns): StateCreator<TunerState, [], [], PrepareSlice> =>
  (set, get) => {
    /** Prepares the open rows in another way and says what to show then; on failure the present reading stays. */
    async function prepareAnew(
      change: Change,
      then: (opened: Opened, prepared: Prepared) => Partial<TunerState> | null,
    ) {
      const { opened } = get();
      if (opened === null) return;
      const present = turns.pending() ?? opened.prepared.interpretation;
      const next = change(present, opened.dataset.summary.columns);
      const signal = turns.startPreparing(next);
      set({ isPreparing: true });
      try {
        const prepared = await opened.dataset.prepare(signal, next);
        if (signal.aborted) return;
        turns.endPreparing();
        const { chosenSplit, chosenOn } = get();
        const ifThere = (name: string | null) =>
          prepared.evaluations.some(({ split }) => split === name) ? name : null;
        const splits = { chosenSplit: ifThere(chosenSplit), chosenOn: ifThere(chosenOn) };
        const change = then(opened, prepared);
        if (change === null) set({ isPreparing: false });
        else set(shown(get(), { ...splits, ...change }, null, []));
      } catch (error) {
        if (signal.aborted || isCancelled(error)) return;
        turns.endPreparing();
        set({ isPreparing: false, notices: [noticeOf(error)] });
      }
    }

    /** Reads the open rows in another way, as a step of the history. */
    function reread(change: Change) {
      return prepareAnew(change, (opened, prepared) => {
        const state = get();
        const history = recorded(state.history, presentStep(state), null);
        const next = { ...opened, prepared };
        const { decision, baseline } = carriedOver(state, opened.prepared.interpretation, prepared.interpretation);
        // Each class keeps its own threshold, and a goal set for one is not meant for the next that comes into view.
        const isSameKey = selectThresholdKey({ opened }) === selectThresholdKey({ opened: next });
        const goal = prepared.task.kind === 'binary' || isSameKey ? decision.goal : null;
        return { opened: next, history, decision: { ...decision, goal }, baseline };
      });
    }

    /** Where a step of the history leads, seen from the present state. */
    function stepOf(direction: 'back' | 'forward') {
      const state = get();
      return (direction === 'back' ? undone : redone)(state.history, presentStep(state));
    }

    function stepped({ step, history }: NonNullable<ReturnType<typeof stepOf>>): Partial<TunerState> {
      const { reading: _reading, ...decision } = step;
      return { decision, history };
    }

    return {
      isPreparing: false,
      changeInterpretation: (change) => {
        const whole = wholeChange(get().opened?.prepared.task ?? BINARY, change);
        return reread((present, columns) => reinterpret(repairedProfiles(columns, present), present, whole));
      },
      applyRepair: (repair) => reread((present, columns) => applyRepair(columns, present, repair)),
      undoRepair: async (repair) => {
        const summary = get().opened?.dataset.summary;
        if (summary === undefined) return;
        await reread((present, columns) => undoRepair(columns, baseReading(summary, present), present, repair));
      },
      takeStep: async (direction) => {
        const next = stepOf(direction);
        const present = get().opened?.prepared.interpretation;
        if (next === null) return;
        const { reading } = next.step;
        if (present === undefined || reading === undefined || isSameReading(reading, present)) {
          set(stepped(next));
          return;
        }
        await prepareAnew(
          () => reading,
          (opened, prepared) => {
            // Whoever decided something meanwhile no longer means this step.
            const still = stepOf(direction);
            const isMeant = still !== null && still.step === next.step;
            return isMeant ? { opened: { ...opened, prepared }, baseline: null, ...stepped(still) } : null;
          },
        );
      },
      applyLink: async (link) => {
        turns.cancelOpening();
        get().asked?.dataset.close();
        set({ asked: null });
        const { opened } = get();
        if (opened === null) return;
        const signal = turns.startPreparing(null);
        const { interpretation, notices } = fittedInterpretation(opened.dataset.summary, link);
        if (isSameReading(interpretation, opened.prepared.interpretation)) {
          set(shown(get(), {}, link, notices));
          return;
        }
        set({ isPreparing: true, reading: null });
        try {
          const linked = await prepareLinked(signal, opened.dataset, link);
          if (signal.aborted) return;
          set(shown(get(), { opened: { ...opened, prepared: linked.prepared } }, link, linked.notices));
        } catch (error) {
          if (!signal.aborted) set({ isPreparing: false, notices: [noticeOf(error)] });
        }
      },
    };
  };
