import { columnNamed, type Dataset, textAt } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { type ClassColumn, classColumnsByName, classColumnsByPlace } from './classColumns.ts';
import { classValues } from './classValues.ts';
import type { Interpretation } from './interpretation.ts';
import { labelPairs } from './labelPairs.ts';
import { isSameLabel, labelValues, meaningfulPositive, negativeBeside } from './labels.ts';
import { AS_IS } from './scoreReading.ts';

/** One class of a multi-class file. */
export interface TaskClass {
  /** The label value, as written in the file most often; the name in its column where no row has it. */
  readonly label: string;
  /** The column with its scores; null where there is none. */
  readonly column: string | null;
  /** Rows with that label, whatever else they lack. */
  readonly count: number;
}

/** One label column with several values, and a column of scores for each: every row gets one of the classes. */
export interface MulticlassTask {
  readonly kind: 'multiclass';
  readonly label: string;
  /** In the order of their columns, those without one behind; of equal scores the first class wins. */
  readonly classes: readonly TaskClass[];
  /** Whether the columns only number the classes, which then are the label values in ascending order. */
  readonly isByPlace: boolean;
}

/** One label of a multi-label file: a class of its own against its absence. */
export interface TaskLabel {
  /** What its columns are named after. */
  readonly label: string;
  /** The column with its scores. */
  readonly column: string;
  /** Rows with that label. */
  readonly count: number;
  /** The column that says whether it holds, and what stands there if it does and if not. */
  readonly labelColumn: string;
  readonly positiveLabel: string;
  readonly negativeLabel: string | null;
}

/** A column of yes and no and a column of scores for each label: any number of them may hold for one row. */
export interface MultilabelTask {
  readonly kind: 'multilabel';
  /** In the order of their columns. */
  readonly labels: readonly TaskLabel[];
  /** Labels that lack a column of scores, and those of which no column says whether they hold; both are left out. */
  readonly labelsAlone: readonly string[];
  readonly scoresAlone: readonly string[];
}

/** What has to be decided about each row of a file. */
export type Task = { readonly kind: 'binary' } | MulticlassTask | MultilabelTask;

export const BINARY: Task = { kind: 'binary' };

/** Fewer classes are the two sides of one threshold. */
const FEWEST = 3;
/** More columns than this are no classes that a person could tell apart on a screen. */
export const CLASS_LIMIT = 200;
/** Of the label values, at least this share must have a column. */
const SHARE_WITH_COLUMN = 0.5;

/**
 * Whether a file, its label column given, has a score column for each of its label values. `taken`: columns of other roles. A look at
 * some rows tells which further columns belong to the scores of each row. O(columns · label values + rows).
 */
export function inferTask(
  dataset: Dataset,
  profiles: readonly ColumnProfile[],
  {
    label,
    score,
    split,
    weight,
    id,
  }: Pick<Interpretation, 'label' | 'split' | 'weight' | 'id'> & Partial<Pick<Interpretation, 'score'>>,
): Task {
  const column = columnNamed(dataset, label);
  if (column === null || column.kind !== 'category') return BINARY;
  const many = inferLabels(profiles.filter(({ name }) => ![split, weight, id].includes(name)));
  const isOfMany = many?.labels.some((each) => each.labelColumn === label && each.column === (score ?? each.column));
  if (many !== null && isOfMany) return many;
  const values = classValues(
    column,
    profiles.map(({ name }) => name),
  );
  if (values.length < 2 || values.length > CLASS_LIMIT) return BINARY;
  const taken = [label, split, weight, id];
  const free = profiles.filter(({ name, numericShare }) => numericShare > 0 && !taken.includes(name));
  const byName = classColumnsByName(dataset, free, values, label);
  const named = values.filter(({ text }) => byName.some((each) => each.label === text)).length;
  if (named >= 2 && named >= SHARE_WITH_COLUMN * values.length) return taskOf(label, byName, values, false);
  return taskOf(label, classColumnsByPlace(dataset, free, values), values, true);
}

/** The labels of a file in which several may hold at once; null where it has no such columns. O(columns). */
export function inferLabels(profiles: readonly ColumnProfile[]): MultilabelTask | null {
  const found = labelPairs(profiles);
  if (found === null || found.pairs.length > CLASS_LIMIT) return null;
  const profileOf = new Map(profiles.map((profile) => [profile.name, profile]));
  const labels = found.pairs.flatMap(({ name, label: labelColumn, score: column }): TaskLabel[] => {
    const profile = profileOf.get(labelColumn);
    if (profile === undefined) return [];
    const values = labelValues(profile);
    const positiveLabel = meaningfulPositive(values) ?? values.at(-1)?.text ?? '';
    const count = values.find(({ text }) => isSameLabel(text, positiveLabel))?.count ?? 0;
    const negativeLabel = negativeBeside(values, positiveLabel);
    return [{ label: name, column, count, labelColumn, positiveLabel, negativeLabel }];
  });
  return { kind: 'multilabel', labels, labelsAlone: found.labelsAlone, scoresAlone: found.scoresAlone };
}

/** What a task decides about, each with a threshold of its own: classes, or labels; nothing where there is one threshold only. */
export function partsOf(task: Task): readonly (TaskClass | TaskLabel)[] {
  if (task.kind === 'binary') return [];
  return task.kind === 'multiclass' ? task.classes : task.labels;
}

/** The columns of all parts of a task but the one with these scores. O(parts). */
export function otherColumns(task: Task, score: string): readonly string[] {
  if (task.kind === 'multilabel') {
    const others = task.labels.filter(({ column }) => column !== score);
    return others.flatMap(({ labelColumn, column }) => [labelColumn, column]);
  }
  return partsOf(task).flatMap(({ column }) => (column === null || column === score ? [] : [column]));
}

function taskOf(
  label: string,
  columns: readonly ClassColumn[],
  values: readonly { readonly text: string; readonly count: number }[],
  isByPlace: boolean,
): Task {
  const counts = new Map(values.map(({ text, count }) => [text, count]));
  const withColumn = columns.map(({ label: text, column }) => ({ label: text, column, count: counts.get(text) ?? 0 }));
  const without = values.filter(({ text }) => !columns.some((each) => each.label === text));
  const classes = [...withColumn, ...without.map(({ text, count }) => ({ label: text, column: null, count }))];
  const isMany = classes.length >= FEWEST && classes.length <= CLASS_LIMIT && columns.length >= 2;
  return isMany ? { kind: 'multiclass', label, classes, isByPlace } : BINARY;
}

/** The class of a task that a label value means, or null. O(classes). */
export function taskClass(task: Task, label: string): TaskClass | null {
  if (task.kind !== 'multiclass') return null;
  return (
    task.classes.find((each) => each.label === label) ??
    task.classes.find((each) => isSameLabel(each.label, label)) ??
    null
  );
}

/** The label of a task that an interpretation speaks of, or null. O(labels). */
export function labelInView(task: Task, { label, score }: Pick<Interpretation, 'label' | 'score'>): TaskLabel | null {
  if (task.kind !== 'multilabel') return null;
  return task.labels.find((each) => each.labelColumn === label && each.column === score) ?? null;
}

/** What of an interpretation makes it speak of one label, on the scale that its threshold has among all labels. */
export function labelReading({
  labelColumn,
  column,
  positiveLabel,
  negativeLabel,
}: TaskLabel): Pick<
  Interpretation,
  'label' | 'score' | 'positiveLabel' | 'negativeLabel' | 'scoredLabel' | 'scoreReading' | 'recalibratedOn'
> {
  const meaning = { positiveLabel, negativeLabel, scoredLabel: positiveLabel };
  return { label: labelColumn, score: column, ...meaning, scoreReading: AS_IS, recalibratedOn: null };
}

/**
 * A change of the interpretation with everything that belongs to it: a class goes with its own column, also where that is not named after
 * it, and of a label both columns change together. O(classes).
 */
export function wholeChange(task: Task, change: Partial<Interpretation>): Partial<Interpretation> {
  if (Object.keys(change).length !== 1) return change;
  const { positiveLabel, label, score } = change;
  const shown = taskClass(task, positiveLabel ?? '');
  if (shown !== null && shown.column !== null) return classReading(shown.label, shown.column);
  if (task.kind !== 'multilabel') return change;
  const found = task.labels.find((each) => each.labelColumn === label || each.column === score);
  return found === undefined ? change : labelReading(found);
}

/** Whether a label is written just as one of the classes. O(classes). */
export function isClassName(task: Task, label: string): boolean {
  return task.kind === 'multiclass' && task.classes.some((each) => each.label === label);
}

/** The class of a task whose scores a column holds, or null. O(classes). */
export function classOfColumn(task: Task, column: string): TaskClass | null {
  return task.kind === 'multiclass' ? (task.classes.find((each) => each.column === column) ?? null) : null;
}

/**
 * The interpretation of a file as one of its classes against the rest: the class of the score column where it is one of theirs, else
 * the positive one with its own column. The same where the file has no such classes. O(classes).
 */
export function oneVersusRest(task: Task, interpretation: Interpretation): Interpretation {
  const shown = classOfColumn(task, interpretation.score) ?? taskClass(task, interpretation.positiveLabel);
  return shown === null || shown.column === null || shown.count === 0
    ? interpretation
    : { ...interpretation, ...classReading(shown.label, shown.column) };
}

/** What of an interpretation makes it speak of one class against the rest, on the scale that all classes share. */
export function classReading(
  label: string,
  column: string,
): Pick<
  Interpretation,
  'score' | 'positiveLabel' | 'negativeLabel' | 'scoredLabel' | 'scoreReading' | 'recalibratedOn'
> {
  const meaning = { positiveLabel: label, negativeLabel: null, scoredLabel: label };
  return { score: column, ...meaning, scoreReading: AS_IS, recalibratedOn: null };
}

/** The place of each row's class in a task; the number of classes where it is none of them. O(rows). */
export function classPlaces(dataset: Dataset, task: MulticlassTask): Uint16Array {
  const column = columnNamed(dataset, task.label);
  const none = task.classes.length;
  const places = new Uint16Array(dataset.rowCount).fill(none);
  if (column === null) return places;
  const placeOf = (text: string) => {
    const exact = task.classes.findIndex((each) => each.label === text);
    const place = exact >= 0 ? exact : task.classes.findIndex((each) => isSameLabel(each.label, text));
    return place < 0 ? none : place;
  };
  if (column.kind === 'category') {
    const ofCode = Uint16Array.from(column.dictionary, placeOf);
    for (let row = 0; row < places.length; row++) places[row] = ofCode[column.codes[row]];
  } else for (let row = 0; row < places.length; row++) places[row] = placeOf(textAt(column, row));
  return places;
}
