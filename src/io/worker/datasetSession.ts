import { amountsOf, estimate } from '../../core/choose/estimate.ts';
import { outOfFold } from '../../core/choose/outOfFold.ts';
import { tuneLabels } from '../../core/choose/perLabel.ts';
import { policiesAt } from '../../core/choose/policiesAt.ts';
import { confusionMatrixOf } from '../../core/classes/confusionMatrix.ts';
import { decideRows } from '../../core/classes/decide.ts';
import { labelsOverview } from '../../core/classes/labelsOverview.ts';
import { decideLabels } from '../../core/classes/multilabel.ts';
import { classOverview } from '../../core/classes/overview.ts';
import { scoreRanges } from '../../core/classes/scoreRanges.ts';
import { summarizeColumn } from '../../core/columns/columnSummary.ts';
import { casePairing } from '../../core/compare/casePairing.ts';
import { type AmountColumns, type AmountEvaluation, weighByAmounts } from '../../core/cost/amounts.ts';
import { columnNamed, type Dataset, textAt } from '../../core/dataset/dataset.ts';
import { type ColumnProfile, profileColumns } from '../../core/dataset/profile.ts';
import { listed } from '../../core/dataset/said.ts';
import { prepare } from '../../core/prepare/prepare.ts';
import type { Prepared } from '../../core/prepare/prepared.ts';
import { type BinColumns, binColumns, unbinned } from '../../core/roles/bins.ts';
import type { Finding } from '../../core/roles/finding.ts';
import { holdsFolds } from '../../core/roles/folds.ts';
import type { Interpretation } from '../../core/roles/interpretation.ts';
import { unignored } from '../../core/roles/repairedColumns.ts';
import { resultsProblem } from '../../core/roles/resultsTable.ts';
import { inferInterpretation } from '../../core/roles/roles.ts';
import { type WeightKind, weightKindOf } from '../../core/roles/weightKind.ts';
import type { SkipReason } from '../../core/rows/accounting.ts';
import { amountRows } from '../../core/rows/amountRows.ts';
import { type ClassSplit, classRows } from '../../core/rows/classRows.ts';
import { type KeptRows, keepRows } from '../../core/rows/keptRows.ts';
import { type LabelSplit, labelRows } from '../../core/rows/labelRows.ts';
import { readColumns } from '../../core/rows/readColumns.ts';
import type { RowDecision } from '../../core/scores/rowDecision.ts';
import { buildScoreIndexes, type ScoreIndex } from '../../core/scores/scoreIndex.ts';
import { rowThresholds } from '../../core/slices/rowThresholds.ts';
import type { CaseQuery } from '../cases.ts';
import { casesText } from '../export/casesText.ts';
import { rowsCsv } from '../export/rowsCsv.ts';
import type { DatasetSummary, ModelsToCompare, ReadProgress, SourceFile } from '../io.ts';
import type { ReadLimits } from '../read/forecast.ts';
import { type ReadResult, readDataset } from '../read/readDataset.ts';
import { sortHistories } from '../read/training/sortHistories.ts';
import { ReadProblem } from '../readProblem.ts';
import type { AskedDecision } from '../rows.ts';
import { type CaseDecision, CaseView } from './caseView.ts';
import { fingerprint } from './fingerprint.ts';
import { type Flips, flipAsked, flipsByGroup, flipsFor } from './flipView.ts';
import { edgesOf, GroupView, ruleRows } from './groupView.ts';
import type { Answers, Ask } from './messages.ts';
import { type ComparedFile, createModelComparison } from './modelComparison.ts';
import { PolicyView } from './policyView.ts';
import { RowView } from './rowView.ts';
import { stepped } from './stepped.ts';

/** Answers what is asked of one dataset. The first ask is to open it; the others wait until that is done. */
export type DatasetSession = (
  signal: AbortSignal,
  ask: Ask,
  onProgress: (progress: ReadProgress) => void,
) => Promise<Answers[keyof Answers]>;

/** A dataset in memory. */
interface Held extends ReadResult {
  readonly profiles: readonly ColumnProfile[];
  /** The columns of counts out of which the rows were made; null in an ordinary file. */
  readonly bins: BinColumns | null;
}

/** The scores of each split in one reading, sorted. */
interface SplitIndexes {
  readonly key: string;
  readonly weights: WeightKind;
  readonly bySplit: ReadonlyMap<string, ScoreIndex>;
}

/** A table of counts by score as rows with a class each, which weigh as much as the cases they stand for. O(cells). */
function withBins(held: Held): Held {
  const bins = binColumns(held.profiles, held.dataset);
  if (bins === null) return held;
  const dataset = unbinned(held.dataset, bins);
  const { positives, score, lower, upper } = bins;
  const rows = held.dataset.rowCount;
  const said: Finding =
    score === null
      ? { code: 'binsOfRanges', severity: 'note', values: { rows, positives, lower: lower ?? '', upper: upper ?? '' } }
      : { code: 'binsOfScores', severity: 'note', values: { rows, positives, column: score } };
  return {
    ...held,
    dataset,
    profiles: profileColumns(dataset),
    notes: { ...held.notes, findings: [...held.notes.findings, said] },
    // Each row of the file is two now, so that what was read, kept and skipped adds up.
    files: held.files.map((file) => ({ ...file, rows: file.rows + rows })),
    bins,
  };
}

/** The body of the worker: holds the dataset, and knows nothing of workers. */
export function createDatasetSession(limits?: ReadLimits): DatasetSession {
  let held: Promise<Held> | null = null;
  let view: { readonly key: string; readonly rows: RowView; readonly cases: CaseView } | null = null;
  let otherModel: { readonly key: string; readonly kept: KeptRows } | null = null;
  let flips: { readonly key: string; readonly thresholds: RowDecision['thresholds']; readonly value: Flips } | null =
    null;
  let byGroup: { readonly key: string; readonly thresholds: Float64Array } | null = null;
  let classes: { readonly key: string; readonly splits: readonly ClassSplit[] } | null = null;
  let labels: { readonly key: string; readonly splits: readonly LabelSplit[] } | null = null;

  let indexes: SplitIndexes | null = null;
  const groups = new GroupView();
  // Not those on the screen for groups, which would have to be sorted anew for each glance at the other.
  const flipGroups = new GroupView();
  let amounts: { readonly key: string; readonly splits: readonly AmountEvaluation[] } | null = null;
  const comparing = createModelComparison();
  const policies = new PolicyView();

  async function open(
    signal: AbortSignal,
    sources: readonly SourceFile[],
    onProgress: (progress: ReadProgress) => void,
  ) {
    held = readDataset(signal, sources, onProgress, limits).then((result) => {
      return withBins({ ...result, profiles: profileColumns(result.dataset), bins: null });
    });
    return summaryOf(await held);
  }

  /** The rows as that interpretation sees them, ordered and filtered at most once for the pages that follow each other. */
  function seen({ dataset, profiles }: Held, interpretation: Interpretation) {
    const key = JSON.stringify(interpretation);
    if (view?.key !== key) {
      const read = readColumns(dataset, profiles, interpretation);
      const kept = keepRows(read.dataset, interpretation, read.task);
      // Cells are shown and written as they stand in the file.
      const shown = { ...dataset, columns: unignored(dataset.columns, interpretation.repairs) };
      view = {
        key,
        rows: new RowView(shown, kept),
        cases: new CaseView(shown, read, kept),
      };
    }
    return view;
  }

  const viewOf = (whole: Held, interpretation: Interpretation): RowView => seen(whole, interpretation).rows;

  /** The rows as the reading with another model keeps them. */
  function keptOfOther({ dataset, profiles }: Held, interpretation: Interpretation): KeptRows {
    const key = JSON.stringify(interpretation);
    if (otherModel?.key !== key) {
      const read = readColumns(dataset, profiles, interpretation);
      otherModel = { key, kept: keepRows(read.dataset, interpretation, read.task) };
    }
    return otherModel.kept;
  }

  /** What decides about each kept row; of a question that comes again the same object's thresholds. */
  function decidedBy(whole: Held, interpretation: Interpretation, asked: AskedDecision): RowDecision {
    const { threshold, rule, groups: own } = asked;
    if (own === null || own === undefined) return { threshold, rule };
    const key = JSON.stringify([interpretation, threshold, own], (_, value) =>
      typeof value === 'number' ? String(value) : value,
    );
    if (byGroup?.key !== key) {
      const { dataset, kept } = readRows(whole, interpretation);
      byGroup = { key, thresholds: rowThresholds(dataset, kept, own, threshold) };
    }
    return { threshold, rule, thresholds: byGroup.thresholds };
  }

  /** What a list of cases is held against. */
  function groundOf(whole: Held, interpretation: Interpretation, query: CaseQuery): CaseDecision {
    const decision = decidedBy(whole, interpretation, query);
    return { ...decision, flips: flipsOf(whole, interpretation, query, decision)?.flips ?? null };
  }

  /** What changes sides by the flip that a selection asks for; null where it asks for none. */
  function flipsOf(
    whole: Held,
    interpretation: Interpretation,
    { selection, otherReading }: CaseQuery,
    decision: RowDecision,
  ): Flips | null {
    const { threshold, rule, thresholds } = decision;
    const other = flipAsked(selection);
    if (other === null || (other.kind === 'model' && otherReading === null)) return null;
    const split = selection.find(({ kind }) => kind === 'split');
    const key = JSON.stringify([
      interpretation,
      otherReading,
      other,
      split,
      String(threshold),
      String(other.threshold),
      rule,
    ]);
    if (flips?.key !== key || flips.thresholds !== thresholds) {
      const pairing = casePairing(whole.dataset, interpretation);
      const otherRows = otherReading === null ? null : { kept: keptOfOther(whole, otherReading), pairing };
      const { kept } = viewOf(whole, interpretation);
      flips = { key, thresholds, value: flipsFor(selection, decision, other, kept, otherRows) };
    }
    return flips.value;
  }

  /** The class scores of every row, by split; the same whichever class is in view. */
  function classesOf({ dataset, profiles }: Held, interpretation: Interpretation): readonly ClassSplit[] {
    const key = classesKey(interpretation);
    if (classes?.key !== key) {
      const { dataset: repaired, task } = readColumns(dataset, profiles, interpretation);
      if (task.kind !== 'multiclass') throw new Error('The file has no score for each class.');
      classes = { key, splits: classRows(repaired, interpretation, task, areFolds(profiles, interpretation)) };
    }
    return classes.splits;
  }

  /** The labels and scores of every row, by split; the same whichever label is in view. */
  function labelsOf({ dataset, profiles }: Held, interpretation: Interpretation): readonly LabelSplit[] {
    const key = labelsKey(interpretation);
    if (labels?.key !== key) {
      const { dataset: repaired, task } = readColumns(dataset, profiles, interpretation);
      if (task.kind !== 'multilabel') throw new Error('The file has no score for each label.');
      labels = { key, splits: labelRows(repaired, interpretation, task, areFolds(profiles, interpretation)) };
    }
    return labels.splits;
  }

  /** The columns as that interpretation reads them, with the rows that it keeps. */
  function readRows(whole: Held, interpretation: Interpretation) {
    const { kept } = viewOf(whole, interpretation);
    return { kept, dataset: readColumns(whole.dataset, whole.profiles, interpretation).dataset };
  }

  /** The scores of one split as that interpretation sees them. */
  function indexOf(whole: Held, interpretation: Interpretation, split: string) {
    const key = JSON.stringify(interpretation);
    if (indexes?.key !== key) {
      const { yTrue, yScore, sampleWeight, ...kept } = viewOf(whole, interpretation).kept;
      const hasFolds = kept.splits.length > 1 && areFolds(whole.profiles, interpretation);
      const isWhole = kept.splitOf === null || hasFolds;
      const splits = isWhole ? ['all'] : kept.splits;
      const splitOf = isWhole ? null : kept.splitOf;
      const built = buildScoreIndexes(yTrue, yScore, splitOf, splits.length, sampleWeight);
      indexes = {
        key,
        weights: weightKindOf(sampleWeight, interpretation.areWeightsCounts),
        bySplit: new Map(splits.map((name, at) => [name, built[at]])),
      };
    }
    const index = indexes.bySplit.get(split);
    if (index === undefined) throw new Error(`No split ${split}.`);
    return { index, weights: indexes.weights };
  }

  /** Every split with its rows weighted by what is at stake in each. */
  function weighedBy(whole: Held, interpretation: Interpretation, columns: AmountColumns) {
    const { dataset: shown, kept } = viewOf(whole, interpretation);
    return weighByAmounts(amountRows(shown, kept, columns, areFolds(whole.profiles, interpretation)));
  }

  return async (signal, ask, onProgress) => {
    if (ask.kind === 'open') return open(signal, ask.files, onProgress);
    if (ask.kind === 'histories') return sortHistories(signal, ask.files);
    if (held === null) throw new Error('The dataset is not open.');
    const dataset = await held;
    signal.throwIfAborted();
    switch (ask.kind) {
      case 'prepare':
        // The rows as they were seen until now may take as much memory as the columns.
        if (view?.key !== JSON.stringify(ask.interpretation)) {
          view = null;
          otherModel = null;
          flips = null;
          byGroup = null;
        }
        if (indexes?.key !== JSON.stringify(ask.interpretation)) {
          indexes = null;
          amounts = null;
        }
        if (classes?.key !== classesKey(ask.interpretation)) classes = null;
        if (labels?.key !== labelsKey(ask.interpretation)) labels = null;
        comparing.forgetOthers(ask.interpretation);
        return preparedOf(dataset, ask.interpretation);
      case 'rows':
        return viewOf(dataset, ask.interpretation).page(ask.query, decidedBy(dataset, ask.interpretation, ask.query));
      case 'writeRows': {
        const { dataset: shown, kept } = viewOf(dataset, ask.interpretation);
        return rowsCsv(signal, shown, kept, ask.query.split, decidedBy(dataset, ask.interpretation, ask.query));
      }
      case 'cases': {
        const ground = groundOf(dataset, ask.interpretation, ask.query);
        return seen(dataset, ask.interpretation).cases.page(signal, ask.query, ask.window, ground);
      }
      case 'wholeCase':
        return seen(dataset, ask.interpretation).cases.whole(
          ask.row,
          decidedBy(dataset, ask.interpretation, ask.query),
          ask.interpretation,
        );
      case 'writeCases': {
        const { query } = ask.toWrite;
        const ground = groundOf(dataset, ask.interpretation, query);
        const { cases, rows } = seen(dataset, ask.interpretation);
        const places = await cases.places(signal, query, ground);
        return casesText(signal, rows.dataset, rows.kept, places, ground, ask.toWrite);
      }
      case 'correct': {
        const { dataset: corrections } = await readDataset(signal, ask.files, () => {}, limits);
        const { cases } = seen(dataset, ask.interpretation);
        return cases.corrected(corrections, ask.interpretation, areFolds(dataset.profiles, ask.interpretation));
      }
      case 'flips': {
        const { interpretation, query, grouping } = ask;
        const asked = flipsOf(dataset, interpretation, query, decidedBy(dataset, interpretation, query));
        if (asked === null || grouping === null) return asked && { ...asked.summary, byGroup: null };
        const read = () => readRows(dataset, interpretation);
        const known = await stepped(signal, flipGroups.sorted(JSON.stringify(interpretation), read, grouping));
        return { ...asked.summary, byGroup: flipsByGroup(asked.flips, read().kept, grouping, known) };
      }
      case 'classes': {
        const splits = classesOf(dataset, ask.interpretation);
        const ranges = scoreRanges(splits.map(({ scores }) => scores));
        return {
          ranges,
          splits: splits.map(({ split, scores }) => ({ split, overview: classOverview(scores, ranges) })),
        };
      }
      case 'decideClasses': {
        const matrixOf = ({ scores }: ClassSplit) => confusionMatrixOf(scores, decideRows(scores, ask.decision));
        const splits = classesOf(dataset, ask.interpretation);
        return { splits: splits.map((each) => ({ split: each.split, matrix: matrixOf(each) })) };
      }
      case 'measure':
        return { evaluations: preparedOf(dataset, ask.interpretation).evaluations, folds: null };
      case 'labels': {
        const splits = labelsOf(dataset, ask.interpretation);
        const ranges = scoreRanges(splits.map(({ scores }) => scores));
        return {
          ranges,
          splits: splits.map(({ split, scores }) => ({ split, overview: labelsOverview(scores, ranges) })),
        };
      }
      case 'decideLabels': {
        const { thresholds, rule } = ask.decision;
        const splits = labelsOf(dataset, ask.interpretation);
        return { splits: splits.map(({ split, scores }) => ({ split, ...decideLabels(scores, thresholds, rule) })) };
      }
      case 'tuneLabels': {
        const { split, rule, objective, tuning } = ask.goal;
        const found = labelsOf(dataset, ask.interpretation).find((each) => each.split === split);
        return found === undefined ? [] : tuneLabels(found.scores, rule, objective, tuning);
      }
      case 'columnSummary': {
        const { dataset: shown, kept } = viewOf(dataset, ask.interpretation);
        const column = columnNamed(shown, ask.column);
        if (column === null) throw new Error(`No column ${ask.column}.`);
        return summarizeColumn(column, kept);
      }
      case 'amounts': {
        // Not the ones kept for estimates: the page takes these over with their memory.
        return weighedBy(dataset, ask.interpretation, ask.columns);
      }
      case 'outOfFold': {
        const { splitOf, ...rows } = viewOf(dataset, ask.interpretation).kept;
        return splitOf === null ? [] : outOfFold({ ...rows, splitOf }, ask.rule, ask.objective);
      }
      case 'estimate': {
        const { index, weights } = indexOf(dataset, ask.interpretation, ask.split);
        const columns = amountsOf(ask.question);
        if (columns === null) return stepped(signal, estimate(index, weights, ask.question));
        const key = JSON.stringify([ask.interpretation, columns]);
        if (amounts?.key !== key) amounts = { key, splits: weighedBy(dataset, ask.interpretation, columns) };
        const byAmount = amounts.splits.find(({ evaluation }) => evaluation.split === ask.split);
        if (byAmount === undefined) throw new Error(`No split ${ask.split}.`);
        return stepped(signal, estimate(byAmount.evaluation.index, 'weights', ask.question, index));
      }
      case 'groups': {
        const { interpretation } = ask;
        const how = readAs(dataset, interpretation, viewOf(dataset, interpretation).kept);
        const read = () => readRows(dataset, interpretation);
        return stepped(signal, groups.measured(JSON.stringify(interpretation), read, ask, how));
      }
      case 'rules': {
        const { interpretation } = ask;
        const read = readRows(dataset, interpretation);
        return { rules: await stepped(signal, ruleRows(read, ask, readAs(dataset, interpretation, read.kept))) };
      }
      case 'groupPolicies': {
        const { interpretation, split, grouping, question } = ask;
        const reading = JSON.stringify(interpretation);
        const areTogether = areFolds(dataset.profiles, interpretation);
        const read = () => readRows(dataset, interpretation);
        const measured = () => groups.measured(reading, read, ask, { areTogether, hasIntervals: false });
        const found = policies.groupsOf(JSON.stringify([reading, split, grouping]), measured);
        const { groups: chosen, problem } = await stepped(signal, found);
        return problem ?? { kind: 'found', policies: await stepped(signal, policiesAt(chosen, question)) };
      }
      case 'groupEdges':
        return edgesOf(readRows(dataset, ask.interpretation), ask.column);
      case 'compareModels':
        return stepped(signal, comparing.compare(comparedFile(dataset, ask), ask));
      case 'decideJointly':
        return stepped(signal, comparing.decide(comparedFile(dataset, ask.models), ask));
      case 'fingerprints':
        return Promise.all(dataset.sources.map(({ blob }) => fingerprint(signal, blob)));
    }
  };
}

/** What the rows of groups are looked at as. */
function readAs({ profiles }: Held, interpretation: Interpretation, { sampleWeight }: KeptRows) {
  return {
    areTogether: areFolds(profiles, interpretation),
    hasIntervals: weightKindOf(sampleWeight, interpretation.areWeightsCounts) !== 'weights',
  };
}

/** Whether the splits are folds of a cross-validation, which are looked at together. */
function areFolds(profiles: readonly ColumnProfile[], { split }: Interpretation): boolean {
  const profile = profiles.find(({ name }) => name === split);
  return profile !== undefined && holdsFolds(profile);
}

const comparedFile = ({ dataset, profiles }: Held, { readings }: ModelsToCompare): ComparedFile => ({
  dataset,
  profiles,
  areFolds: areFolds(profiles, readings[0]),
});

/** What the class scores of the rows depend on: not on the class in view, unless a repair names it. */
function classesKey(interpretation: Interpretation): string {
  const { label, split, weight, id, modelColumn, modelName, repairs, subject } = interpretation;
  const roles = { label, split, weight, id, modelColumn, modelName, subject };
  return JSON.stringify(repairs.length > 0 ? interpretation : roles);
}

/** What the labels of the rows depend on: not on the label in view, unless a repair names it. */
function labelsKey(interpretation: Interpretation): string {
  const { split, weight, id, modelColumn, modelName, repairs, subject } = interpretation;
  const roles = { split, weight, id, modelColumn, modelName, subject };
  return JSON.stringify(repairs.length > 0 ? interpretation : roles);
}

const fileNames = ({ dataset }: ReadResult) => dataset.files.map(({ name }) => name).join(' + ');

function summaryOf(held: Held): DatasetSummary {
  const { dataset, files, profiles, bins } = held;
  const summary = {
    files,
    join: held.join ?? null,
    rowCount: dataset.rowCount,
    columns: profiles,
    firstRows: firstRowsOf(dataset),
    lists: held.lists,
    bins,
  };
  const results = resultsProblem(profiles);
  if (results !== null) throw new ReadProblem(results, { file: fileNames(held) });
  const inferred = inferInterpretation(dataset, profiles);
  if ('label' in inferred) return { ...summary, inferred, question: null };
  // Where no row was let in at all, the columns are not to blame.
  const reason = held.notes.skipped[0]?.reason;
  if (dataset.rowCount === 0 && reason !== undefined) {
    throw noRowsKept(held, { read: files.reduce((sum, { rows }) => sum + rows, 0), reason });
  }
  if ('question' in inferred) return { ...summary, inferred: inferred.guess, question: inferred.question };
  throw new ReadProblem(inferred.problem, {
    file: fileNames(held),
    columns: listed(
      profiles.map(({ name }) => name),
      10,
    ),
  });
}

/** Rows by which a person can tell what a column holds. */
const FIRST_ROWS = 5;

function firstRowsOf({ columns, rowCount }: Dataset): string[][] {
  const rows = Array.from({ length: Math.min(FIRST_ROWS, rowCount) }, (_, row) => row);
  return rows.map((row) => columns.map((column) => textAt(column, row)));
}

function preparedOf(held: Held, interpretation: Interpretation): Prepared {
  const prepared = prepare(held.dataset, held.profiles, interpretation, held.notes);
  if (!('problem' in prepared)) return prepared;
  if (prepared.problem === 'noRowsKept') throw noRowsKept(held, prepared);
  const { column, count, limit } = prepared;
  throw new ReadProblem('tooManySplits', { column, count, limit });
}

function noRowsKept(held: Held, { read, reason }: { readonly read: number; readonly reason: SkipReason }): ReadProblem {
  return new ReadProblem('noRowsKept', { file: fileNames(held), read, reason: { key: `skip.${reason}` } });
}
