import type { StateCreator } from 'zustand/vanilla';
import { nextStop, sliderScale } from '../core/choose/stops.ts';
import { classReading } from '../core/dataset/task.ts';
import { type ClassChoice, withPrice } from './classChoice.ts';
import {
  classDecision,
  classReadingKey,
  selectClassThresholds,
  selectDecided,
  selectMeasured,
  selectTask,
} from './classSelectors.ts';
import { type Decision, recorded } from './decision.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import { presentStep } from './readings.ts';
import type { ClassesSlice, ThresholdMove, TunerState } from './tunerState.ts';

const STOPS: Readonly<Partial<Record<ThresholdMove, number>>> = {
  stepUp: 1,
  stepDown: -1,
  nextChange: 1,
  previousChange: -1,
  pageUp: 10,
  pageDown: -10,
};

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
  const choose = (choice: ClassChoice) => decide({ classes: choice }, null);

  /** Asks for what the present decision lacks, one thing after another, until nothing is missing. */
  async function workOut(signal: AbortSignal): Promise<void> {
    for (;;) {
      const state = get();
      const { opened } = state;
      const task = selectTask(state);
      if (opened === null || task === null || state.isPreparing) return;
      const { dataset } = opened;
      const reading = classReadingKey(state);
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
    decided: null,
    classOrder: 'file',
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
      const classes: ClassChoice = { ...get().decision.classes, kind: 'thresholds' };
      decide({ thresholds: { ...thresholds, [label]: threshold }, classes }, gesture ?? null);
    },
    moveClassThreshold: (label, move, isHeld = false) => {
      const state = get();
      const place = selectTask(state)?.classes.findIndex((each) => each.label === label) ?? -1;
      const range = selectMeasured(state)?.ranges[place];
      if (range === undefined) return;
      if (!isHeld) keyPresses += 1;
      const scale = sliderScale(range.low, range.high);
      const stops = STOPS[move];
      const end = move === 'start' ? scale.low : scale.high;
      const next = stops === undefined ? end : nextStop(scale, selectClassThresholds(state)[place], stops);
      state.setClassThreshold(label, next, `class key ${keyPresses}`);
    },
    setClassChoice: (change) => {
      const present = get().decision.classes;
      const isSame = (Object.keys(change) as (keyof ClassChoice)[]).every((name) => change[name] === present[name]);
      if (!isSame) choose({ ...present, ...change });
    },
    setMistakePrice: (price) => choose(withPrice(get().decision.classes, price)),
    setClassOrder: (classOrder) => set({ classOrder }),
    tuneClass: async (label) => {
      const found = selectTask(get())?.classes.find((each) => each.label === label);
      if (found === undefined || found.column === null) return;
      await get().changeInterpretation(classReading(found.label, found.column));
      get().setView('tune');
    },
  };
};
