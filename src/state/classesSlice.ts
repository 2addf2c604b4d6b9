import type { StateCreator } from 'zustand/vanilla';
import { sliderScale } from '../core/choose/stops.ts';
import { classReading, labelReading } from '../core/roles/task.ts';
import { type ClassChoice, withPrice } from './classChoice.ts';
import type { ClassesSlice } from './classesState.ts';
import {
  classDecision,
  classReadingKey,
  selectClassThresholds,
  selectDecided,
  selectLabelsDecided,
  selectLabelsMeasured,
  selectMeasured,
  selectPartRanges,
  selectParts,
  selectTask,
} from './classSelectors.ts';
import { type Decision, recorded } from './decision.ts';
import { labelsDecision, selectLabelsTask } from './labelSelectors.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import { presentStep } from './readings.ts';
import { objectiveOf } from './rules.ts';
import { selectEvaluation, selectThresholdKey } from './selectors.ts';
import { stopAfter } from './thresholdMoves.ts';
import type { TunerState } from './tunerState.ts';

export const createClassesSlice = (): StateCreator<TunerState, [], [], ClassesSlice> => (set, get) => {
  const latest = createLatest();
  /** What is being worked out; more that is asked for meanwhile follows in the same run. */
  let running: { readonly key: string; readonly done: Promise<void> } | null = null;
  let keyPresses = 0;

  const decide = (change: Partial<Decision>, gesture: string | null) =>
    set((state) => ({
      decision: { ...state.decision, ...change },
      history: recorded(state.history, presentStep(state), gesture),
    }));
  /** The goal that stays in force when these get a threshold by hand: none where the one in view is among them. */
  const goalUnless = (...labels: readonly string[]) =>
    labels.includes(selectThresholdKey(get())) ? null : get().decision.goal;
  const choose = (choice: ClassChoice) => decide({ classes: choice }, null);

  /** Asks for what the present decision lacks, one thing after another, until nothing is missing. */
  async function workOut(signal: AbortSignal): Promise<void> {
    for (;;) {
      const state = get();
      const { opened } = state;
      if (opened === null || state.isPreparing) return;
      const { dataset } = opened;
      const reading = classReadingKey(state);
      if (selectLabelsTask(state) !== null) {
        if (selectLabelsMeasured(state) === null) {
          const value = await dataset.labels(signal);
          set({ labelsMeasured: { dataset, reading, value } });
          continue;
        }
        const decision = labelsDecision(state);
        const key = JSON.stringify([decision.rule, decision.thresholds.map(String)]);
        if (selectLabelsDecided(state) !== null && state.labelsDecided?.decision === key) return;
        const value = await dataset.decideLabels(signal, decision);
        set({ labelsDecided: { dataset, reading, decision: key, value } });
        continue;
      }
      const task = selectTask(state);
      if (task === null) return;
      if (selectMeasured(state) === null) {
        const value = await dataset.classes(signal);
        set({ measured: { dataset, reading, value } });
        continue;
      }
      const decision = classDecision(state, task);
      const key = JSON.stringify(decision);
      if (selectDecided(state) !== null && state.decided?.decision === key) return;
      const value = await dataset.decideClasses(signal, decision);
      set({ decided: { dataset, reading, decision: key, value } });
    }
  }

  return {
    measured: null,
    labelsMeasured: null,
    decided: null,
    labelsDecided: null,
    classOrder: 'file',
    labelGoal: 'highestMetric',
    refreshClasses: () => {
      const key = classReadingKey(get());
      if (running?.key === key && running !== null) return running.done;
      const signal = latest.start('classes');
      const done = workOut(signal)
        .catch((error) => {
          if (!isCancelled(error)) get().addNotice(noticeOf(error));
        })
        .finally(() => {
          if (running?.done === done) running = null;
        });
      running = { key, done };
      return done;
    },
    setClassThreshold: (label, threshold, gesture) => {
      const { thresholds } = get().decision;
      if (Number.isNaN(threshold) || (Object.hasOwn(thresholds, label) && Object.is(thresholds[label], threshold)))
        return;
      const present = get().decision.classes;
      const classes: ClassChoice = selectTask(get()) === null ? present : { ...present, kind: 'thresholds' };
      const next = { ...thresholds, [label]: threshold };
      decide({ thresholds: next, classes, goal: goalUnless(label) }, gesture ?? null);
    },
    moveClassThreshold: (label, move, isHeld = false) => {
      const state = get();
      const place = selectParts(state).findIndex((each) => each.label === label);
      const range = selectPartRanges(state)?.[place];
      if (range === undefined) return;
      if (!isHeld) keyPresses += 1;
      const scale = sliderScale(range.low, range.high);
      const next = stopAfter(scale, selectClassThresholds(state)[place], move);
      state.setClassThreshold(label, next, `class key ${keyPresses}`);
    },
    setClassChoice: (change) => {
      const present = get().decision.classes;
      const isSame = (Object.keys(change) as (keyof ClassChoice)[]).every((name) => change[name] === present[name]);
      if (!isSame) choose({ ...present, ...change });
    },
    setMistakePrice: (price) => choose(withPrice(get().decision.classes, price)),
    setClassOrder: (classOrder) => set({ classOrder }),
    setLabelGoal: (labelGoal) => set({ labelGoal }),
    tuneLabels: async (rule, tuning, only) => {
      const state = get();
      const { opened } = state;
      const split = selectEvaluation(state)?.split;
      if (opened === null || split === undefined || selectLabelsTask(state) === null) return;
      const goal = { split, rule: state.decision.rule, objective: objectiveOf(state, rule), tuning };
      try {
        const found = await opened.dataset.tuneLabels(latest.start('tune'), goal);
        if (get().opened !== opened) return;
        const { thresholds } = get().decision;
        const parts = selectParts(get()).map(({ label }, place) => ({ label, choice: found[place] }));
        const meant = parts.filter(({ label }) => only === undefined || label === only);
        const chosen = meant.flatMap(({ label, choice }) =>
          choice?.kind === 'found' ? [[label, choice.threshold] as const] : [],
        );
        const left = meant.filter(({ choice }) => choice?.kind !== 'found').map(({ label }) => label);
        if (left.length > 0) get().addNotice({ code: 'labelsNotTuned', values: { labels: left } });
        const next = { ...thresholds, ...Object.fromEntries(chosen) };
        const isSame = chosen.every(([label]) => Object.hasOwn(thresholds, label) && thresholds[label] === next[label]);
        if (!isSame) decide({ thresholds: next, goal: goalUnless(...chosen.map(([label]) => label)) }, null);
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
      }
    },
    tuneClass: async (label) => {
      const found = selectParts(get()).find((each) => each.label === label);
      if (found === undefined || found.column === null) return;
      const reading = 'labelColumn' in found ? labelReading(found) : classReading(found.label, found.column);
      await get().changeInterpretation(reading);
      get().setView('tune');
    },
  };
};
