import { type Column, type Dataset, numbersOf, textAt } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { labelCandidates } from '../roles/candidates.ts';
import { columnWords } from '../roles/columnWords.ts';
import { type ColumnMeaning, columnMeaning, isLossName, isShareName, type TrainingSide } from './columnMeaning.ts';

/** One number an epoch, on one side's rows. */
export interface TrainingSeries {
  readonly side: TrainingSide;
  /** As the file names it. */
  readonly column: string;
  /** One an epoch; NaN where there is no finite number. */
  readonly values: Float64Array;
  /** Epochs, ascending, in which the file itself says that there is no number: NaN or infinity, not an empty cell. */
  readonly lost: readonly number[];
}

/** What was measured while the model was trained, on one or more sides. */
export interface TrainingMeasure {
  /** Its name without the side: `loss`, `accuracy`. */
  readonly stem: string;
  readonly kind: 'loss' | 'share' | 'other';
  readonly series: readonly TrainingSeries[];
}

/** What a training wrote down after each epoch. */
export interface TrainingHistory {
  /** What its rows are numbered by; `row` where the file does not number them, and they are counted from 1. */
  readonly numbering: 'epoch' | 'step' | 'row';
  /** The number of each epoch as the file has it. */
  readonly epochs: Float64Array;
  /** The epochs, as places among `epochs`, at which a training begins: the first, and each at which the numbers begin anew. */
  readonly runStarts: readonly number[];
  /** The loss first, if there is one, then accuracy, then the others in the order of the file. */
  readonly measures: readonly TrainingMeasure[];
  /** Columns that are not drawn: settings, times, text. */
  readonly aside: readonly string[];
  /** Rows of the file, and those among them that have no number of an epoch and are left out. */
  readonly rows: number;
  readonly unnumbered: number;
  /** Lines that repeat the names of the columns, where a training was appended to another; they are no rows. */
  readonly repeatedHeads: number;
}

/** Share of a history's columns that must be named like what a training writes down. */
const KNOWN_SHARE = 0.5;
/** A column with less numbers than this, as a share of what is written in it, holds words. */
const NUMERIC_SHARE = 0.5;

const isNumeric = ({ numericShare }: ColumnProfile): boolean => numericShare >= NUMERIC_SHARE;

/**
 * Whether a table is the history of a training and not a table of predictions: its rows are numbered by epoch or step, or it is a table of
 * losses with a validation side; half of its columns at least are named like what a training writes down; and no column may be a
 * label. O(columns).
 */
export function isTrainingHistory(profiles: readonly ColumnProfile[]): boolean {
  const meanings = profiles.map(({ name }) => columnMeaning(name));
  const measures = meanings.filter((meaning) => meaning.kind === 'measure');
  const known = measures.filter(({ stem }) => isLossName(stem) || isShareName(stem));
  if (known.length === 0) return false;
  const hasEpochs = meanings.some(({ kind }) => kind === 'epoch' || kind === 'step');
  const hasLossPair = known.some(
    ({ stem, side }) =>
      isLossName(stem) && side === 'validation' && known.some((other) => other.stem === stem && other.side !== side),
  );
  const isLossAlone = profiles.length === known.length && known.some(({ stem }) => stem === 'loss');
  if (!hasEpochs && !hasLossPair && !isLossAlone) return false;
  const others = measures.length - known.length;
  if (others > (1 - KNOWN_SHARE) * profiles.length) return false;
  // A history has flags of its own ("is_best"); what is named like one of its measures is none.
  const asLabels = labelCandidates(profiles).filter(({ name }) => {
    const meaning = columnMeaning(name);
    return meaning.kind === 'measure' && !isLossName(meaning.stem) && !isShareName(meaning.stem);
  });
  return !asLabels.some(({ name }) => isTruthName(name));
}

const isTruthName = (name: string): boolean =>
  /(?:^|_)(?:label|labels|target|actual|truth|true|outcome|class|gt|y)(?:_|$)/.test(columnWords(name));

/**
 * The history in a table; null where it is none. Rows of the same epoch that follow each other are one where the file counts steps too, or
 * where no cell stands against another: the mean of what they hold (an epoch's loss is the mean over its steps). An epoch that
 * comes again after others, or a lower one, begins another run; a file that only counts down is turned around. O(cells).
 */
export function trainingHistory(dataset: Dataset, profiles: readonly ColumnProfile[]): TrainingHistory | null {
  if (dataset.rowCount === 0 || !isTrainingHistory(profiles)) return null;
  const columns = dataset.columns.map((column, at) => ({
    column,
    profile: profiles[at],
    meaning: columnMeaning(column.name),
  }));
  const numbersNamed = (kind: 'epoch' | 'step') => {
    const found = columns.find(({ meaning, profile }) => meaning.kind === kind && profile.numericShare > 0);
    return found === undefined ? null : numbersOf(found.column, dataset.rowCount);
  };
  const steps = numbersNamed('step');
  const counted = numbersNamed('epoch') ?? steps;
  const numbering = counted === null ? 'row' : counted === steps ? 'step' : 'epoch';
  const measured = columns.filter(({ meaning, profile }) => meaning.kind === 'measure' && isNumeric(profile));
  const chosen = withoutSteps(measured);
  const values = chosen.map(({ column }) => numbersOf(column, dataset.rowCount));
  const groups = epochGroups(counted, dataset.rowCount, values, numbering === 'epoch' && steps !== null);
  if (groups.length === 0 || chosen.length === 0) return null;
  const epochs = Float64Array.from(groups, ({ epoch }) => epoch);
  const series = chosen.map(({ column, meaning }, at) => ({
    column: column.name,
    meaning,
    values: Float64Array.from(groups, ({ rows }) => meanOf(values[at], rows)),
    lost: groups.flatMap(({ rows }, epoch) => (isLost(column, values[at], rows) ? [epoch] : [])),
  }));
  const drawn = new Set(chosen.map(({ column }) => column.name));
  return {
    numbering,
    epochs,
    runStarts: runStarts(epochs),
    measures: measuresOf(series),
    aside: columns
      .filter(({ column, meaning }) => meaning.kind !== 'epoch' && meaning.kind !== 'step' && !drawn.has(column.name))
      .map(({ column }) => column.name),
    rows: dataset.rowCount,
    unnumbered: dataset.rowCount - groups.reduce((sum, { rows }) => sum + rows.length, 0),
    repeatedHeads: 0,
  };
}

interface MeasuredColumn {
  readonly column: Column;
  readonly meaning: ColumnMeaning;
}

/** The columns without those of single steps that an epoch's own column stands beside. */
function withoutSteps<C extends MeasuredColumn>(columns: readonly C[]): C[] {
  const keyOf = ({ meaning }: MeasuredColumn) =>
    meaning.kind === 'measure' ? `${meaning.side ?? ''} ${meaning.stem}` : '';
  const isOfStep = ({ meaning }: MeasuredColumn) => meaning.kind === 'measure' && meaning.isOfStep;
  const best = new Map<string, C>();
  for (const each of columns) {
    const present = best.get(keyOf(each));
    if (present === undefined || (isOfStep(present) && !isOfStep(each))) best.set(keyOf(each), each);
  }
  return [...best.values()];
}

interface EpochGroup {
  readonly epoch: number;
  readonly rows: number[];
}

function epochGroups(
  counted: ArrayLike<number> | null,
  rowCount: number,
  values: readonly ArrayLike<number>[],
  hasSteps: boolean,
): EpochGroup[] {
  const groups: EpochGroup[] = [];
  for (let row = 0; row < rowCount; row++) {
    const epoch = counted === null ? row + 1 : counted[row];
    if (!Number.isFinite(epoch)) continue;
    const last = groups.at(-1);
    const isSame = last !== undefined && last.epoch === epoch;
    if (isSame && (hasSteps || areApart(values, last.rows, row))) last.rows.push(row);
    else groups.push({ epoch, rows: [row] });
  }
  const isFalling = groups.length > 2 && groups.every(({ epoch }, at) => at === 0 || epoch < groups[at - 1].epoch);
  return isFalling ? groups.reverse() : groups;
}

/** Whether no column has a number both in those rows and in that one. */
const areApart = (values: readonly ArrayLike<number>[], rows: readonly number[], row: number): boolean =>
  values.every((column) => !Number.isFinite(column[row]) || rows.every((other) => !Number.isFinite(column[other])));

function meanOf(values: ArrayLike<number>, rows: readonly number[]): number {
  if (rows.length === 1) return Number.isFinite(values[rows[0]]) ? values[rows[0]] : Number.NaN;
  let sum = 0;
  let count = 0;
  for (const row of rows) {
    if (!Number.isFinite(values[row])) continue;
    sum += values[row];
    count++;
  }
  return count === 0 ? Number.NaN : sum / count;
}

/** Whether there is no number in any of the rows, and one of them says so. */
const isLost = (column: Column, values: ArrayLike<number>, rows: readonly number[]): boolean =>
  rows.every((row) => !Number.isFinite(values[row])) &&
  rows.some((row) => /^[-+]?(?:nan|inf(?:inity)?|1\.#(?:inf|ind|qnan).*)$/i.test(textAt(column, row).trim()));

function runStarts(epochs: Float64Array): number[] {
  const starts = [0];
  for (let at = 1; at < epochs.length; at++) if (epochs[at] <= epochs[at - 1]) starts.push(at);
  return starts;
}

const SIDE_ORDER: Readonly<Record<TrainingSide, number>> = { train: 0, validation: 1, test: 2, unknown: 3 };

function measuresOf(
  columns: readonly (Omit<TrainingSeries, 'side'> & { readonly meaning: ColumnMeaning })[],
): TrainingMeasure[] {
  const namesTrain = columns.some(({ meaning }) => meaning.kind === 'measure' && meaning.side === 'train');
  const byStem = new Map<string, TrainingSeries[]>();
  for (const { meaning, ...series } of columns) {
    if (meaning.kind !== 'measure') continue;
    // Keras names only the validation side; where another side is named too, a bare name may be of either.
    const side = meaning.side ?? (namesTrain ? 'unknown' : 'train');
    byStem.set(meaning.stem, [...(byStem.get(meaning.stem) ?? []), { side, ...series }]);
  }
  const measures = Array.from(byStem, ([stem, series]): TrainingMeasure => {
    const kind = isLossName(stem) ? 'loss' : isShareName(stem) ? 'share' : 'other';
    return { stem, kind, series: series.sort((a, b) => SIDE_ORDER[a.side] - SIDE_ORDER[b.side]) };
  });
  return measures.sort((a, b) => rankOf(a) - rankOf(b));
}

/** The loss that is trained on, and accuracy, before all others; sorting keeps the order of equals. */
function rankOf({ stem, kind, series }: TrainingMeasure): number {
  if (kind === 'loss') return stem === 'loss' ? 0 : series.length > 1 ? 1 : 2;
  if (kind === 'share') return /accuracy|^acc$/.test(stem) ? 3 : 4;
  return 5;
}

/**
 * Where each epoch is drawn: at its own number, or, where the numbers begin anew, one behind the other from 1. O(epochs).
 */
export function placesOf({ epochs, runStarts: starts }: TrainingHistory): Float64Array {
  return starts.length === 1 ? epochs : Float64Array.from(epochs, (_, at) => at + 1);
}

/** The series of one side of a measure. O(1). */
export const seriesOf = ({ series }: TrainingMeasure, side: TrainingSide): TrainingSeries | null =>
  series.find((each) => each.side === side) ?? null;
