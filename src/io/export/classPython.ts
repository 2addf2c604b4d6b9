import type { ClassDecision } from '../../core/classes/decide.ts';
import type { Prepared } from '../../core/prepare/prepared.ts';
import type { MulticlassTask, MultilabelTask } from '../../core/roles/task.ts';
import type { DecisionRule } from '../../core/scores/confusion.ts';
import type { DatasetSummary } from '../io.ts';
import { importLines } from './pandas/importLines.ts';
import { listLines } from './pandas/listCells.ts';
import { type PandasReading, pandasReading, scoreColumn } from './pandas/pandasReading.ts';
import { columnNamed, pythonNumber, quoted } from './pandas/pythonLiteral.ts';
import { readExpression } from './pandas/readFiles.ts';
import { columnExpression, softmaxLines } from './pandas/scoreColumn.ts';
import { commented } from './python.ts';

interface PythonSource {
  readonly name: string;
  readonly summary: DatasetSummary;
  readonly prepared: Prepared;
}

export interface ClassPythonSource extends PythonSource {
  readonly task: MulticlassTask;
  readonly decision: ClassDecision;
}

export interface LabelPythonSource extends PythonSource {
  readonly task: MultilabelTask;
  readonly decision: { readonly thresholds: readonly number[]; readonly rule: DecisionRule };
}

const DECIDED_BY: Readonly<Record<ClassDecision['kind'], string>> = {
  argmax: 'the highest score',
  thresholds: 'a threshold per class',
  cost: 'least expected cost',
};

const list = (items: readonly string[]): string => `[\n${items.map((item) => `    ${item},\n`).join('')}]`;

/** The decision among several classes as Python: plain NumPy on the exported columns, with every threshold in full precision. */
export function classPythonText({ name, summary, prepared, task, decision }: ClassPythonSource): string {
  const reading = pandasReading(summary, prepared);
  // A class without a column is never decided for, so the code has no place for it.
  const scored = task.classes.flatMap(({ label, column }, place) =>
    column === null ? [] : [{ label, column, place }],
  );
  const columns = scoreExpressions(
    { summary, prepared },
    scored.map(({ column }) => column),
  );
  const places = scored.map(({ place }) => place);
  const read = readLines(
    reading,
    scored.map(({ column }) => column),
  );
  return `# Decided with Cutpoint on ${commented(name)}: label ${commented(quoted(task.label))}, by ${DECIDED_BY[decision.kind]}.
${importLines(read)}
classes = np.array(${list(scored.map(({ label }) => quoted(label)))})
${read}scores = np.column_stack(${list(columns)})
complete = np.isfinite(scores).all(axis=1)  # Cutpoint leaves out rows that lack a score
df, scores = df[complete], scores[complete]

${decidingLines(decision, places)}`;
}

/** The decision on every label as Python: each by its own threshold, in full precision. */
export function labelPythonText({ name, summary, prepared, task, decision }: LabelPythonSource): string {
  const reading = pandasReading(summary, prepared);
  const columns = task.labels.map(({ column }) => column);
  const read = readLines(reading, columns);
  return `# Decided with Cutpoint on ${commented(name)}: every label by its own threshold, so that several may hold.
${importLines(read)}
labels = np.array(${list(task.labels.map(({ label }) => quoted(label)))})
thresholds = np.array(${list(decision.thresholds.map(pythonNumber))})
${read}scores = np.column_stack(${list(scoreExpressions({ summary, prepared }, columns))})

y_pred = scores ${decision.rule} thresholds  # a row a case, a column a label; where a score is missing the label is not given
names = [list(labels[row]) for row in y_pred]
`;
}

const readLines = (reading: PandasReading, columns: readonly string[]): string =>
  `df = ${readExpression(reading)}\n${listLines(reading, columns)}${softmaxLines(reading)}`;

/** Each column's numbers as the program reads them. */
function scoreExpressions({ summary, prepared }: Omit<PythonSource, 'name'>, columns: readonly string[]): string[] {
  const { softmax } = pandasReading(summary, prepared);
  return columns.map((name) =>
    softmax.some(({ score }) => score === name)
      ? columnNamed(name)
      : columnExpression({
          ...scoreColumn(name, summary.columns, prepared.interpretation),
          skipped: ['unreadableScore'],
        }),
  );
}

function decidingLines(decision: ClassDecision, places: readonly number[]): string {
  if (decision.kind === 'argmax') return 'y_pred = classes[scores.argmax(axis=1)]  # of equal scores the first class\n';
  if (decision.kind === 'cost') {
    const rows = places.map((actual) => `[${places.map((at) => pythonNumber(decision.costs[actual][at])).join(', ')}]`);
    return `costs = np.array(${list(rows)})  # a row a true class, a column a decision
y_pred = classes[(scores @ costs).argmin(axis=1)]
`;
  }
  const { thresholds, rule, fallback } = decision;
  const otherwise = fallback === 'other' ? '"other"' : 'classes[scores.argmax(axis=1)]';
  return `thresholds = np.array(${list(places.map((place) => pythonNumber(thresholds[place])))})
reached = scores ${rule} thresholds
best = np.where(reached, scores, -np.inf).argmax(axis=1)  # of equal scores the first class
y_pred = np.where(reached.any(axis=1), classes[best].astype(object), ${otherwise})
`;
}
