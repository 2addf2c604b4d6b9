import type { NumberSpelling } from '../../../core/dataset/numberSpelling.ts';
import type { Prepared } from '../../../core/prepare/prepared.ts';
import type { BinColumns } from '../../../core/roles/bins.ts';
import type { Subject } from '../../../core/roles/interpretation.ts';
import type { Join } from '../../../core/roles/join.ts';
import { isSameLabel, spellingKey } from '../../../core/roles/labels.ts';
import { hasRepair } from '../../../core/roles/repair.ts';
import { divisorOf, repairedProfiles } from '../../../core/roles/repairedColumns.ts';
import { columnOfReading, type ScoreReading } from '../../../core/roles/scoreReading.ts';
import type { Task } from '../../../core/roles/task.ts';
import type { SkippedPlace } from '../../../core/rows/accounting.ts';
import type { Grouping } from '../../../core/slices/grouping.ts';
import type { DatasetSummary, FileSummary } from '../../io.ts';
import { columnInFile, type ListOrigin, originOf } from '../../read/lists/listOrigin.ts';

export type PandasFile = Pick<
  FileSummary,
  'name' | 'format' | 'json' | 'delimiter' | 'firstLine' | 'hasHeader' | 'encoding'
>;

/** A column of scores, and how the program reads its cells. */
export interface ScoreColumn {
  readonly score: string;
  readonly scoreSpelling: NumberSpelling;
  readonly divisor: number;
  readonly isClipped: boolean;
}

/** The files as pandas has to read them to see what the program saw. */
export interface PandasReading extends ScoreColumn {
  readonly files: readonly PandasFile[];
  /** The columns of the first file, in its order; of joined files those of the table. */
  readonly columns: readonly string[];
  readonly join: Join | null;
  /** Columns whose cells hold several values, of which the program made columns that pandas does not have. */
  readonly lists: readonly ListOrigin[];
  /** Those of the columns made of them that hold numbers only. */
  readonly numbersInLists: readonly string[];
  /** The columns of the classes whose scores the softmax makes probabilities of, with how each is read; none elsewhere. */
  readonly softmax: readonly ScoreColumn[];
  /** Columns whose classes have numbers before their names, which the program leaves away. */
  readonly numberedClasses: readonly string[];
  readonly label: string;
  readonly split: string | null;
  readonly weight: string | null;
  /** The column that names models, and the one in view, as text: pandas may read its names as numbers. */
  readonly model: { readonly column: string; readonly name: string } | null;
  /** What holds for every row that is looked at. */
  readonly subject: Subject;
  /** Columns by which groups are told and that pandas keeps as they are written: "01" is not "1". */
  readonly textColumns: readonly string[];
  readonly bins: BinColumns | null;
  readonly scoreReading: ScoreReading;
  /** The class that the score column speaks of, in its spellings among the predicted labels. */
  readonly scoredCells: readonly string[];
  /** The spellings of the label that belong to a class; null where every cell that is not missing does. */
  readonly labelCells: readonly string[] | null;
  /** Why rows were left out. */
  readonly skipped: readonly string[];
  /** Lines that have too many fields at the very beginning of a file, before any other row of it. */
  readonly longLines: readonly (readonly number[])[];
  /** The column whose cell no row with enough fields lacks, and every row with too few of them does; null where there is none. */
  readonly fullColumn: string | null;
}

export function pandasReading(
  {
    files,
    columns,
    bins = null,
    join = null,
    lists = [],
  }: Pick<DatasetSummary, 'files' | 'columns' | 'bins' | 'join' | 'lists'>,
  { interpretation, accounting, findings, task }: Pick<Prepared, 'interpretation' | 'accounting' | 'findings' | 'task'>,
  grouping?: Grouping,
): PandasReading {
  const { label, score, split, weight, modelColumn, modelName, scoreReading } = interpretation;
  // Behind the columns of several files stands one that says from which file a row comes.
  const ownColumns = files.length > 1 && join === null ? columns.slice(0, -1) : columns;
  const own = ownColumns.map(({ name }) => name);
  const last = ownColumns.at(-1);
  const softmax = softmaxColumns(columns, interpretation, task);
  const skipped = accounting.skipped.map(({ reason }) => reason);
  const isPlainText = join === null && bins === null && files.every(({ format }) => format === 'text');
  const tooLong = accounting.skipped.find(({ reason }) => reason === 'tooManyFields')?.places ?? [];
  return {
    files,
    columns: [...new Set(own.map((name) => columnInFile(name, lists)))],
    join,
    lists,
    numbersInLists: columns.flatMap(({ name, numericShare }) =>
      numericShare === 1 && originOf(name, lists) !== undefined ? [name] : [],
    ),
    longLines: files.map((file) => firstLongLines(file, tooLong)),
    fullColumn: last === undefined || last.missing > 0 || join !== null ? null : columnInFile(last.name, lists),
    label,
    split: split !== null && own.includes(split) ? split : null,
    weight,
    model: modelColumn === null || modelName === null ? null : { column: modelColumn, name: modelName },
    subject: interpretation.subject ?? [],
    textColumns: isPlainText ? textColumns(columns, lists, interpretation, grouping) : [],
    bins,
    softmax,
    numberedClasses: findings.flatMap(({ code, values }) =>
      code === 'numberedClasses' ? [String(values.column)] : [],
    ),
    // The softmax leaves plain numbers.
    ...(softmax.some((each) => each.score === score)
      ? plainColumn(score)
      : scoreColumn(score, columns, interpretation)),
    scoreReading,
    scoredCells: scoredCells(columns, interpretation),
    labelCells: skipped.includes('otherLabel') ? labelCells(columns, interpretation) : null,
    skipped,
  };
}

/** The columns of conditions and groups that hold values rather than numbers, and have no other part to play. */
function textColumns(
  columns: DatasetSummary['columns'],
  lists: readonly ListOrigin[],
  { label, score, split, weight, id, modelColumn, scoreReading, subject = [] }: Prepared['interpretation'],
  grouping: Grouping | undefined,
): readonly string[] {
  const taken = [label, score, split, weight, id, modelColumn, columnOfReading(scoreReading)];
  const asked = new Set([...subject, ...(grouping?.by ?? [])].map(({ column }) => column));
  return columns.flatMap(({ name, kind }) =>
    asked.has(name) && kind !== 'number' && !taken.includes(name) && originOf(name, lists) === undefined ? [name] : [],
  );
}

/** How a column of scores is read. */
export function scoreColumn(
  score: string,
  columns: DatasetSummary['columns'],
  interpretation: Prepared['interpretation'],
): ScoreColumn {
  const profile = repairedProfiles(columns, interpretation).find(({ name }) => name === score);
  const { repairs } = interpretation;
  const isClipped = hasRepair(repairs, 'clipToUnit', score);
  return { score, scoreSpelling: profile?.spelling ?? 'plain', divisor: divisorOf(repairs, score), isClipped };
}

const plainColumn = (score: string): ScoreColumn => ({ score, scoreSpelling: 'plain', divisor: 1, isClipped: false });

function softmaxColumns(
  columns: DatasetSummary['columns'],
  interpretation: Prepared['interpretation'],
  task: Task,
): ScoreColumn[] {
  if (task.kind !== 'multiclass' || !hasRepair(interpretation.repairs, 'softmaxClasses', task.label)) return [];
  const names = task.classes.flatMap(({ column }) => column ?? []);
  return names.map((name) => scoreColumn(name, columns, interpretation));
}

/** The lines with too many fields with which the rows of a file begin. */
function firstLongLines(
  { name, firstLine, hasHeader }: Pick<FileSummary, 'name' | 'firstLine' | 'hasHeader'>,
  tooLong: readonly SkippedPlace[],
): number[] {
  const first = firstLine + (hasHeader ? 1 : 0);
  const lines = tooLong.filter(({ file }) => file === name).map(({ line }) => line);
  return lines.filter((line, at) => line === first + at);
}

/** The frequent spellings of the label that count for the positive or the negative class. */
function labelCells(columns: DatasetSummary['columns'], interpretation: Prepared['interpretation']): string[] {
  const { label, positiveLabel, negativeLabel, repairs } = interpretation;
  const texts = columns.find(({ name }) => name === label)?.topValues.map(({ value }) => value) ?? [];
  const isMerged = hasRepair(repairs, 'mergeSpellings', label);
  const isOf = (text: string, of: string) =>
    isSameLabel(text, of) || (isMerged && spellingKey(text) === spellingKey(of));
  return texts.filter((text) => {
    if (isOf(text, positiveLabel)) return true;
    return negativeLabel === null ? spellingKey(text) !== spellingKey(positiveLabel) : isOf(text, negativeLabel);
  });
}

/** The spellings of the class that the scores speak of, in the column that names the predicted class. */
function scoredCells(columns: DatasetSummary['columns'], interpretation: Prepared['interpretation']): string[] {
  const { scoreReading, scoredLabel } = interpretation;
  if (scoreReading.kind !== 'predictedLabel') return [];
  const texts = columns.find(({ name }) => name === scoreReading.column)?.topValues.map(({ value }) => value) ?? [];
  return texts.filter((text) => isSameLabel(text, scoredLabel) || spellingKey(text) === spellingKey(scoredLabel));
}
