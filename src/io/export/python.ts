import { LOGIT_CLIP } from '../../core/calibration/recalibration.ts';
import { betterOf } from '../../core/choose/objective.ts';
import { measureStyle } from '../../core/choose/requirements.ts';
import type { RecordedGoal } from '../../core/decision/operatingPointRecord.ts';
import type { Prepared } from '../../core/prepare/prepared.ts';
import type { ScoreTransform } from '../../core/roles/interpretation.ts';
import { columnOfReading } from '../../core/roles/scoreReading.ts';
import type { FittedRecalibration } from '../../core/rows/keptRows.ts';
import type { DecisionRule } from '../../core/scores/confusion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import type { GroupThresholds } from '../../core/slices/groupThresholds.ts';
import { withPlainSpaces } from '../../i18n/format.ts';
import { goalText } from '../../i18n/goalText.ts';
import { recordedText } from '../../i18n/requirementText.ts';
import type { DatasetSummary } from '../io.ts';
import { binLines } from './pandas/binLines.ts';
import { groupLines } from './pandas/groupLines.ts';
import { importLines } from './pandas/importLines.ts';
import { keepsShortRows, keptExpression } from './pandas/keptRows.ts';
import { classNameLines, listLines } from './pandas/listCells.ts';
import { type PandasReading, pandasReading } from './pandas/pandasReading.ts';
import { pythonNumber, quoted } from './pandas/pythonLiteral.ts';
import { readExpression } from './pandas/readFiles.ts';
import { readScoreExpression, softmaxLines } from './pandas/scoreColumn.ts';

export interface PythonDecision {
  /** What the open data is called. */
  readonly name: string;
  readonly reading: PandasReading;
  readonly split: string;
  readonly rows: number;
  readonly label: string;
  readonly transform: ScoreTransform;
  readonly recalibration: FittedRecalibration | null;
  readonly positiveLabel: string;
  readonly threshold: number;
  readonly rule: DecisionRule;
  /** What the threshold is best at, in words, and where; left out where it was set by hand. */
  readonly goal?: { readonly text: string; readonly chosenOn: string; readonly required: readonly string[] };
  /** Thresholds of groups; left out where one decides about all. */
  readonly groups?: GroupThresholds;
  /** Whether all scores lie in [0, 1]. */
  readonly isProbability: boolean;
}

/** A label value as pandas reads it from the file. */
function pythonLabel(text: string): string {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true' ? 'True' : 'False';
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? text : quoted(text);
}

/** A comment may not break out of its line. */
export const commented = (text: string): string => text.replace(/[\r\n\u2028\u2029\u0085\f\v]+/g, ' ');

/** The lines that make `y_score` out of the columns. */
function scoreLines({ transform, reading, recalibration }: PythonDecision): string {
  const read = readScoreExpression(reading);
  const turned = transform === 'oneMinus' ? `1 - ${read}` : transform === 'negate' ? `-${read}` : read;
  const line = `y_score = (${turned}).to_numpy()\n`;
  if (recalibration === null) return line;
  const { intercept, slope, of } = recalibration;
  const clipped = `np.clip(y_score, ${LOGIT_CLIP}, 1 - ${LOGIT_CLIP})`;
  const margin = of === 'logit' ? `margin = np.log(p) - np.log1p(-p)` : 'margin = y_score';
  return `${line}${of === 'logit' ? `p = ${clipped}\n` : ''}${margin}
y_score = 1 / (1 + np.exp(-(${pythonNumber(intercept)} + ${pythonNumber(slope)} * margin)))  # recalibrated
`;
}

/** The columns that the code reads. */
function columnsOf(
  { label, score, split, weight, scoreReading, softmax }: PandasReading,
  groups: GroupThresholds | undefined,
): string[] {
  const logits = softmax.map((column) => column.score);
  const grouped = groups?.grouping.by.map(({ column }) => column) ?? [];
  const all = [label, score, split, weight, columnOfReading(scoreReading), ...logits, ...grouped];
  return [...new Set(all.filter((name) => name !== null))];
}

/** Leaves out the rows that the program left out, or says which of them stay. */
function keptLine(reading: PandasReading): string {
  const kept = keptExpression(reading);
  const note = keepsShortRows(reading)
    ? '# Cutpoint also left out rows with too few fields; those of them with a label and a score are still in here.\n'
    : '';
  return kept === null ? '' : `${note}df = df[${kept}]  # without the rows that Cutpoint left out\n`;
}

export interface PythonSource {
  readonly name: string;
  readonly summary: DatasetSummary;
  readonly prepared: Prepared;
  /** The split in view. */
  readonly evaluation: Evaluation;
  readonly threshold: number;
  readonly rule: DecisionRule;
  readonly goal?: RecordedGoal | undefined;
  readonly groups?: GroupThresholds | null;
  /** Of the prices. */
  readonly unit?: string;
}

/** The decision on the open data as Python. */
export function pythonText({
  name,
  summary,
  prepared,
  evaluation,
  threshold,
  rule,
  goal,
  groups = null,
  unit = '',
}: PythonSource): string {
  const { interpretation, transform, recalibration, evaluations } = prepared;
  return pythonDecision({
    name,
    reading: pandasReading(summary, prepared, groups?.grouping),
    split: evaluation.split,
    rows: evaluation.rows,
    label: interpretation.label,
    transform,
    recalibration: recalibration === null || 'problem' in recalibration ? null : recalibration,
    positiveLabel: interpretation.positiveLabel,
    threshold,
    rule,
    ...(goal === undefined
      ? {}
      : {
          goal: {
            text: withPlainSpaces(goalText(goal.objective, betterOf(goal.objective), unit)),
            chosenOn: goal.chosenOn,
            required: (goal.requirements ?? []).map((each) =>
              withPlainSpaces(recordedText(each, measureStyle(each.measure), unit)),
            ),
          },
        }),
    ...(groups === null ? {} : { groups }),
    isProbability: evaluations.every(({ low, high }) => !(low < 0 || high > 1)),
  });
}

/**
 * The decision as Python: plain NumPy on the exported column, and scikit-learn's `FixedThresholdClassifier` (1.5 or newer) around the
 * fitted model. That class flags `score >= threshold`; a strict rule becomes `>=` the next double, which is the same decision.
 */
export function pythonDecision(decision: PythonDecision): string {
  const { rule, goal } = decision;
  const chosen = goal === undefined ? '' : goalLines(goal);
  const flagged = `y_score ${rule} ${decision.groups === undefined ? 'threshold' : 'thresholds'}`;
  const read = `df = ${readExpression(decision.reading)}
${listLines(decision.reading, columnsOf(decision.reading, decision.groups))}${classNameLines(decision.reading, columnsOf(decision.reading, decision.groups))}${softmaxLines(decision.reading)}`;
  return `# Threshold chosen with Cutpoint on ${commented(decision.name)} (${commented(decision.split)}, ${decision.rows} rows).
# Label ${commented(quoted(decision.label))}, positive class ${commented(quoted(decision.positiveLabel))}, flagged when score ${rule} threshold.
${chosen}${importLines(read)}
threshold = ${pythonNumber(decision.threshold)}

# NumPy: decide on exported scores
${read}${binLines(decision.reading)}${keptLine(decision.reading)}${scoreLines(decision)}${groupLines(decision.groups, decision.reading)}y_pred = (${flagged}).astype(int)  # 1 = ${commented(quoted(decision.positiveLabel))}
${modelLines(decision)}`;
}

function goalLines({ text, chosenOn, required }: NonNullable<PythonDecision['goal']>): string {
  const head = `# Goal: ${commented(text)}, chosen on ${commented(chosenOn)}`;
  if (required.length === 0) return `${head}.\n`;
  return `${head} among the thresholds with:\n${required.map((each) => `#   ${commented(each)}\n`).join('')}`;
}

/** The same decision inside a model, whose own scores a recalibration is no part of. */
function modelLines({ rule, positiveLabel, isProbability, recalibration, groups }: PythonDecision): string {
  if (groups !== undefined)
    return '\n# A model of scikit-learn holds one threshold only: decide outside of it, as above.\n';
  if (recalibration !== null) {
    return `
# The threshold is one of the recalibrated scores: recalibrate the model as well before it is fixed there,
# in scikit-learn with CalibratedClassifierCV(estimator, method="sigmoid").
`;
  }
  const isStrict = rule === '>';
  return `
# scikit-learn 1.5 or newer: the same decision inside the model
from sklearn.model_selection import FixedThresholdClassifier

model = FixedThresholdClassifier(
    estimator,  # your classifier; one that is fitted already: FrozenEstimator(estimator), 1.6 or newer
    threshold=${isStrict ? 'np.nextafter(threshold, np.inf)' : 'threshold'},${isStrict ? '  # its rule is >=; this makes it >' : ''}
    pos_label=${pythonLabel(positiveLabel)},
    response_method=${isProbability ? '"predict_proba"' : '"decision_function"'},
).fit(X_train, y_train)
`;
}
