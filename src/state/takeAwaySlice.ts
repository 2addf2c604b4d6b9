import type { StateCreator } from 'zustand/vanilla';
import type { ClassPointInput } from '../core/decision/classRecord.ts';
import type { GroupPointInput } from '../core/decision/groupRecord.ts';
import type { LabelPointInput } from '../core/decision/labelRecord.ts';
import { type RecordedGoal, recordRequirements } from '../core/decision/operatingPointRecord.ts';
import { classPythonText, labelPythonText } from '../io/export/classPython.ts';
import { csvText, pastedText } from '../io/export/csvText.ts';
import { metricsTable } from '../io/export/metricsTable.ts';
import { operatingPointText } from '../io/export/operatingPoint.ts';
import { pythonText } from '../io/export/python.ts';
import { CSV, JSON_TEXT, pictureName, savedName, tableName } from '../io/export/savedFile.ts';
import { viewNote } from '../io/export/viewNote.ts';
import { writeLink } from '../io/link.ts';
import { classDecision, selectClassOutcomes, selectClassThresholds, selectTask } from './classSelectors.ts';
import type { Env } from './env.ts';
import { selectDecidingGroups } from './fairnessSelectors.ts';
import { labelsDecision, selectLabelOutcomes, selectLabelsTask } from './labelSelectors.ts';
import { createLatest, isCancelled } from './latest.ts';
import { linkOf } from './linkedState.ts';
import { noticeOf } from './notices.ts';
import { selectRequired } from './requirements.ts';
import { reviewerOf } from './review.ts';
import { selectGoalInForce } from './rules.ts';
import {
  selectChosenOn,
  selectEvaluation,
  selectEvaluations,
  selectPayoff,
  selectPrices,
  selectThreshold,
} from './selectors.ts';
import type { TextTable } from './tables.ts';
import type { Opened, TakeAwaySlice, TunerState } from './tunerState.ts';

export const createTakeAwaySlice =
  ({ page }: Env): StateCreator<TunerState, [], [], TakeAwaySlice> =>
  (set, get) => {
    const latest = createLatest();
    const openName = () => get().opened?.name ?? '';
    const save = (name: string, type: string, content: BlobPart) => page.saveFile(name, new Blob([content], { type }));

    /** The goal that chose the threshold, with the split it was chosen on; undefined where it was set by hand or cannot be met. */
    const goalOf = (state: TunerState): RecordedGoal | undefined => {
      const inForce = selectGoalInForce(state);
      const chosenOn = selectChosenOn(state)?.split;
      if (inForce?.choice.kind !== 'found' || chosenOn === undefined) return undefined;
      const required = selectRequired(state);
      return {
        objective: inForce.objective,
        chosenOn,
        ...(required === null ? {} : { requirements: recordRequirements(required) }),
      };
    };

    const metrics = (): TextTable => {
      const state = get();
      const hasWeights = state.opened?.prepared.hasWeights ?? false;
      return metricsTable(selectEvaluations(state), selectThreshold(state), state.decision.rule, hasWeights);
    };

    /** The decision among several classes or labels, worked out for every split; null where there are none. */
    async function classPoint(state: TunerState): Promise<ClassPointInput | LabelPointInput | null> {
      const task = selectTask(state);
      const labelsTask = selectLabelsTask(state);
      if (task === null && labelsTask === null) return null;
      await get().refreshClasses();
      const now = get();
      if (task === null) {
        const names = labelsTask?.labels.map(({ label }) => label) ?? [];
        return {
          kind: 'labels',
          labels: names,
          thresholds: selectClassThresholds(now),
          splits: selectLabelOutcomes(now),
        };
      }
      const splits = selectClassOutcomes(now);
      const labels = task.classes.map(({ label }) => label);
      return {
        kind: 'classes',
        labels,
        thresholds: selectClassThresholds(now),
        decision: classDecision(now, task),
        splits,
      };
    }

    /** The groups of every split, where they have thresholds of their own. */
    async function groupPoint(signal: AbortSignal, state: TunerState): Promise<GroupPointInput | undefined> {
      const { groups } = state.decision;
      const dataset = state.opened?.dataset;
      if (groups === null || dataset === undefined) return undefined;
      const splits: GroupPointInput['splits'][number][] = [];
      for (const { split } of selectEvaluations(state)) {
        splits.push({ split, measured: await dataset.groups(signal, split, groups.grouping) });
      }
      return { groups, splits };
    }

    /** Saves what takes a while to write, under the name and with the settings there were when it was asked for. */
    async function write(
      what: string,
      type: string,
      contentOf: (signal: AbortSignal, opened: Opened, state: TunerState) => Promise<BlobPart>,
    ) {
      const state = get();
      const { opened } = state;
      if (opened === null) return;
      const file = savedName(opened.name, what);
      const signal = latest.start(what);
      set({ writing: [...state.writing, file] });
      try {
        save(file, type, await contentOf(signal, opened, state));
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
        // Nobody cancelled it: the data it was written from was closed.
        else if (!signal.aborted) get().addNotice({ code: 'exportCancelled', values: { file } });
      } finally {
        set(({ writing }) => ({ writing: writing.toSpliced(writing.indexOf(file), 1) }));
      }
    }

    return {
      writing: [],
      refusedText: null,
      copyText: async (text) => {
        try {
          await page.copyText(text);
          return true;
        } catch {
          set({ refusedText: text });
          return false;
        }
      },
      forgetRefusedText: () => set({ refusedText: null }),
      copyLink: () => get().copyText(page.addressOf(writeLink(linkOf(get())))),
      pythonCode: () => {
        const state = get();
        const { opened } = state;
        const evaluation = selectEvaluation(state);
        if (opened === null || evaluation === null) return '';
        return pythonText({
          name: opened.name,
          summary: opened.dataset.summary,
          prepared: opened.prepared,
          evaluation,
          threshold: selectThreshold(state),
          rule: state.decision.rule,
          goal: goalOf(state),
          groups: state.decision.groups,
          unit: selectPrices(state).unit,
        });
      },
      classPythonCode: () => {
        const state = get();
        const { opened } = state;
        const task = selectTask(state);
        const labels = selectLabelsTask(state);
        if (opened === null || (task === null && labels === null)) return '';
        const { name, dataset, prepared } = opened;
        if (task === null) {
          const decision = labelsDecision(state);
          return labels === null
            ? ''
            : labelPythonText({ name, summary: dataset.summary, prepared, task: labels, decision });
        }
        return classPythonText({
          name,
          summary: dataset.summary,
          prepared,
          task,
          decision: classDecision(state, task),
        });
      },
      cancelWriting: () => {
        for (const what of ['operating-point.json', 'predictions.csv']) latest.cancel(what);
      },
      saveOperatingPoint: () =>
        write('operating-point.json', JSON_TEXT, async (signal, { name, dataset, prepared }, state) => {
          const fingerprints = await dataset.fingerprints(signal);
          const files = dataset.summary.files.map((file, place) => ({ ...file, sha256: fingerprints[place] }));
          const threshold = selectThreshold(state);
          const { rule, review: settings } = state.decision;
          const { band } = settings;
          const review =
            band === null ? undefined : { band, reviewer: reviewerOf(settings), payoff: selectPayoff(state) };
          const classes = await classPoint(state);
          const groups = await groupPoint(signal, state);
          signal.throwIfAborted();
          return operatingPointText({
            name,
            files,
            prepared,
            threshold,
            rule,
            goal: goalOf(state),
            classes,
            review,
            groups,
          });
        }),
      saveMetrics: () => save(savedName(openName(), 'metrics.csv'), CSV, csvText(metrics())),
      metricsText: () => pastedText(metrics()),
      saveRows: () =>
        write('predictions.csv', CSV, (signal, { dataset }, state) =>
          dataset.writeRows(signal, {
            threshold: selectThreshold(state),
            rule: state.decision.rule,
            groups: selectDecidingGroups(state),
            split: null,
          }),
        ),
      viewNote: () => {
        const state = get();
        const subject = state.opened?.prepared.interpretation.subject;
        const split = selectEvaluation(state)?.split ?? '';
        return viewNote(openName(), split, state.decision.rule, selectThreshold(state), subject);
      },
      savePicture: (name, picture) => save(pictureName(openName(), name, picture.type), picture.type, picture),
      copyPicture: async (picture) => {
        try {
          await page.copyImage(picture);
          return true;
        } catch {
          return false;
        }
      },
      downloadTable: (name, table) => save(tableName(openName(), name), CSV, csvText(table)),
    };
  };
