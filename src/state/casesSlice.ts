import type { StateCreator } from 'zustand/vanilla';
import { type CaseSelection, withCondition } from '../core/cases/caseSelection.ts';
import { changeToModel } from '../core/roles/models.ts';
import { reinterpret } from '../core/roles/roles.ts';
import type { CaseQuery } from '../io/cases.ts';
import { CSV, JSON_LINES, savedName } from '../io/export/savedFile.ts';
import { FRESH_CASES } from './caseList.ts';
import type { CasesSlice } from './casesState.ts';
import type { Env } from './env.ts';
import { selectDecidingGroups } from './fairnessSelectors.ts';
import { createFetching } from './fetching.ts';
import { selectGrouping } from './groupSelectors.ts';
import { selectColumns, selectEvaluation, selectHasSplits, selectModels, selectThreshold } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** The reading with the other model that a selection's flip names; null where it names none, or one that is not there. */
function otherReadingOf(state: TunerState, selection: CaseSelection): CaseQuery['otherReading'] {
  const flip = selection.find(({ kind }) => kind === 'flip');
  const models = selectModels(state);
  if (flip?.kind !== 'flip' || flip.other.kind !== 'model' || models === null || state.opened === null) return null;
  const { model } = flip.other;
  if (!models.names.includes(model)) return null;
  return reinterpret(selectColumns(state), state.opened.prepared.interpretation, changeToModel(models, model));
}

/** What the worker is asked for the rows of a selection; of the list on the screen, without one. */
function caseQuery(state: TunerState, selection: CaseSelection = state.caseSelection): CaseQuery {
  return {
    selection,
    order: state.caseOrder,
    search: state.caseSearch,
    threshold: selectThreshold(state),
    rule: state.decision.rule,
    groups: selectDecidingGroups(state),
    marked: [...state.marks.keys()].sort((a, b) => a - b),
    otherReading: otherReadingOf(state, selection),
  };
}

/** The split in view as a condition; none where the rows are looked at all together. */
function splitInView(state: TunerState): CaseSelection {
  const split = selectEvaluation(state)?.split;
  return selectHasSplits(state) && split !== undefined ? [{ kind: 'split', split }] : [];
}

/** A selection on the split in view, unless it names one itself. */
const withSplit = (state: TunerState, selection: CaseSelection): CaseSelection =>
  selection.some(({ kind }) => kind === 'split') ? selection : [...selection, ...splitInView(state)];

export const createCasesSlice =
  ({ page }: Env): StateCreator<TunerState, [], [], CasesSlice> =>
  (set, get) => {
    const { fetched } = createFetching(get);
    return {
      ...FRESH_CASES,
      showCases: (conditions) => {
        const caseSelection = withSplit(get(), conditions);
        set({ view: 'cases', caseSelection, caseSearch: '', caseOrder: 'distance', openCase: null });
      },
      setCaseSelection: (caseSelection) => set({ caseSelection, openCase: null }),
      addCaseCondition: (condition) => get().setCaseSelection(withCondition(get().caseSelection, condition)),
      setCaseOrder: (caseOrder) => set({ caseOrder }),
      setCaseSearch: (caseSearch) => set({ caseSearch, openCase: null }),
      setOpenCase: (openCase) => set({ openCase }),
      markCase: (row, mark) => {
        const marks = new Map(get().marks);
        if (mark === null) marks.delete(row);
        else marks.set(row, mark);
        set({ marks });
      },
      fetchCases: (window) => fetched('cases', (dataset, signal) => dataset.cases(signal, caseQuery(get()), window)),
      fetchCase: (row) => fetched('case', (dataset, signal) => dataset.wholeCase(signal, caseQuery(get()), row)),
      fetchFlips: (selection) =>
        fetched('flips', (dataset, signal) =>
          dataset.flips(signal, caseQuery(get(), withSplit(get(), selection)), selectGrouping(get())),
        ),
      corrections: null,
      readCorrections: async (files) => {
        const of = get().opened?.prepared;
        const found = await fetched('corrections', (dataset, signal) => dataset.correct(signal, files));
        if (found === null || of === undefined || get().opened?.prepared !== of) return;
        set({ corrections: { of, file: files.map(({ name }) => name).join(' + '), found } });
      },
      dropCorrections: () => set({ corrections: null }),
      saveCases: async (format, limit) => {
        const { opened, marks } = get();
        if (opened === null) return;
        const toWrite = {
          query: caseQuery(get()),
          format,
          limit,
          marks: Array.from(marks, ([row, { note }]) => ({ row, note })),
        };
        const text = await fetched('save', (dataset, signal) => dataset.writeCases(signal, toWrite));
        if (text === null) return;
        const type = format === 'csv' ? CSV : JSON_LINES;
        page.saveFile(savedName(opened.name, `cases.${format}`), new Blob([text], { type }));
      },
    };
  };
