import { type ScoreRange, scoreRanges } from '../classes/scoreRanges.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { listed } from '../dataset/said.ts';
import { addUpToOne, numberedScores, SUM_TOLERANCE } from '../roles/classColumns.ts';
import { type Finding, note, warning } from '../roles/finding.ts';
import { spellingKey } from '../roles/labels.ts';
import { classPlaces, type MulticlassTask, type MultilabelTask } from '../roles/task.ts';
import { classColumns, hasAllScores } from '../rows/classRows.ts';
import { type LabelSplit, labelRows } from '../rows/labelRows.ts';
import { type Patient, profileOf } from './patient.ts';

/** What is odd about a file with a score column for each class, and that it is one. O(rows · classes). */
export function taskFindings(patient: Patient): Finding[] {
  const { dataset, task } = patient;
  if (task.kind === 'multilabel') return labelFindingsOf(patient, task);
  if (task.kind !== 'multiclass') return placeFindings(patient);
  const { classes, label, isByPlace } = task;
  const findings: Finding[] = [];
  const columns = classes.flatMap(({ column }) => (column === null ? [] : [column]));
  if (isByPlace) {
    const values = {
      first: columns[0],
      last: columns.at(-1) ?? '',
      classes: listed(classes.map((each) => each.label)),
    };
    findings.push(note('classesByPlace', values));
  }
  const names = (of: MulticlassTask['classes']) => of.map((each) => each.label);
  const withoutColumn = names(classes.filter(({ column }) => column === null));
  if (withoutColumn.length > 0) {
    findings.push(warning('classWithoutColumn', { count: withoutColumn.length, classes: listed(withoutColumn) }));
  }
  const withoutRows = names(classes.filter(({ count }) => count === 0));
  if (withoutRows.length > 0) {
    findings.push(note('classWithoutRows', { column: label, count: withoutRows.length, classes: listed(withoutRows) }));
  }
  const alike = names(
    classes.filter((each) => classes.some((other) => other !== each && isOneKey(other.label, each.label))),
  );
  if (alike.length > 0) findings.push(note('classesAlike', { classes: listed(alike) }));
  return [...findings, ...scoreFindingsOf(dataset, task)];
}

/** Probabilities may lie so far outside [0, 1] where a file rounds. */
const ROUNDING = 0.01;

const isOneKey = (a: string, b: string) => spellingKey(a) === spellingKey(b);

/** What is odd about the class scores of the rows. */
function scoreFindingsOf(dataset: Dataset, task: MulticlassTask): Finding[] {
  const places = classPlaces(dataset, task);
  const columns = classColumns(dataset, task);
  const there = columns.filter((column) => column !== null);
  let complete = 0;
  let incomplete = 0;
  let offSum = 0;
  let percent = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < dataset.rowCount; row++) {
    if (places[row] === task.classes.length) continue;
    if (!hasAllScores(columns, row)) {
      incomplete++;
      continue;
    }
    complete++;
    let sum = 0;
    for (const column of there) {
      const score = column[row];
      sum += score;
      if (score < low) low = score;
      if (score > high) high = score;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) offSum++;
    if (Math.abs(sum / 100 - 1) <= SUM_TOLERANCE) percent++;
  }
  const findings: Finding[] = [];
  if (incomplete > 0) findings.push(note('classScoresMissing', { count: incomplete }));
  if (complete === 0) return findings;
  const isBeyondRounding = low < -ROUNDING || high > 1 + ROUNDING;
  const areLogits = isBeyondRounding && offSum > complete / 2 && percent < complete / 2;
  if (low < 0 || high > 1)
    findings.push(
      note('classLogits', { low, high }, areLogits ? [{ kind: 'softmaxClasses', column: task.label }] : []),
    );
  else if (offSum > 0) findings.push(warning('classSums', { count: offSum, total: complete }));
  return findings;
}

/** What is odd about the columns of several labels. */
function labelFindingsOf({ dataset, interpretation }: Patient, task: MultilabelTask): Finding[] {
  const { labelsAlone, scoresAlone } = task;
  const findings: Finding[] = [];
  if (labelsAlone.length > 0) {
    findings.push(warning('labelsWithoutScores', { count: labelsAlone.length, labels: listed(labelsAlone) }));
  }
  if (scoresAlone.length > 0) {
    findings.push(note('scoresWithoutLabel', { count: scoresAlone.length, labels: listed(scoresAlone) }));
  }
  const empty = task.labels.filter(({ count }) => count === 0).map(({ label }) => label);
  if (empty.length > 0) findings.push(note('labelsWithoutPositives', { count: empty.length, labels: listed(empty) }));
  return [...findings, ...labelScoreFindings(labelRows(dataset, interpretation, task), task)];
}

function labelScoreFindings(splits: readonly LabelSplit[], { labels }: MultilabelTask): Finding[] {
  const ranges = scoreRanges(splits.map(({ scores }) => scores));
  const isOutside = ({ low, high }: ScoreRange) => low < 0 || high > 1;
  const outside = labels.filter((_, place) => isOutside(ranges[place])).map(({ label }) => label);
  const findings: Finding[] = [];
  if (outside.length > 0) {
    const low = Math.min(...ranges.filter(isOutside).map((range) => range.low));
    const high = Math.max(...ranges.filter(isOutside).map((range) => range.high));
    findings.push(note('labelScoresOutside', { count: outside.length, labels: listed(outside), low, high }));
  }
  let incomplete = 0;
  for (const { scores } of splits) {
    const rows = scores.yScore[0]?.length ?? 0;
    for (let row = 0; row < rows; row++) if (scores.yScore.some((column) => Number.isNaN(column[row]))) incomplete++;
  }
  if (incomplete > 0) findings.push(note('labelCellsMissing', { count: incomplete }));
  return findings;
}

/** Columns that look like one score a class, but are not as many as the label has values. */
function placeFindings(patient: Patient): Finding[] {
  const { dataset, profiles, interpretation } = patient;
  const { label, split, weight, id } = interpretation;
  const count = profileOf(patient, label)?.distinct ?? 0;
  if (count < 3) return [];
  const free = profiles.filter(({ name }) => ![label, split, weight, id].includes(name));
  const family = numberedScores(dataset, free).find(({ columns }) => columns.length >= 3);
  if (family === undefined || !addUpToOne(dataset, family.columns)) return [];
  const { columns } = family;
  const values = { first: columns[0], last: columns.at(-1) ?? '', columns: columns.length, label, count };
  return [warning('classColumnsDiffer', values)];
}
