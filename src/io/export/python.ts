import type { ScoreTransform } from '../../core/dataset/interpretation.ts';
import type { Prepared } from '../../core/dataset/prepared.ts';
import type { DecisionRule } from '../../core/scores/confusion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import type { DatasetSummary } from '../io.ts';
import {
  columnExpression,
  keepsShortRows,
  keptExpression,
  type PandasReading,
  pandasReading,
  quoted,
  readExpression,
} from './pandas.ts';

export interface PythonDecision {
  /** What the open data is called. */
  readonly name: string;
  readonly reading: PandasReading;
  readonly split: string;
  readonly rows: number;
  readonly label: string;
  readonly transform: ScoreTransform;
  readonly positiveLabel: string;
  readonly threshold: number;
  readonly rule: DecisionRule;
  /** Whether all scores lie in [0, 1]. */
  readonly isProbability: boolean;
}

/** A double as a Python literal with every digit that tells it from its neighbours. */
function pythonNumber(value: number): string {
  if (value === Infinity) return 'float("inf")';
  if (value === -Infinity) return 'float("-inf")';
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value);
}

/** A label value as pandas reads it from the file. */
function pythonLabel(text: string): string {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true' ? 'True' : 'False';
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? text : quoted(text);
}

/** A comment may not break out of its line. */
const commented = (text: string): string => text.replace(/[\r\n\u2028\u2029\u0085\f\v]+/g, ' ');

function scoreExpression({ transform, reading }: PythonDecision): string {
  const column = columnExpression(reading);
  if (transform === 'oneMinus') return `1 - ${column}`;
  return transform === 'negate' ? `-${column}` : column;
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
}

/** The decision on the open data as Python. */
export function pythonText({ name, summary, prepared, evaluation, threshold, rule }: PythonSource): string {
  const { interpretation, transform, evaluations } = prepared;
  return pythonDecision({
    name,
    reading: pandasReading(summary, prepared),
    split: evaluation.split,
    rows: evaluation.rows,
    label: interpretation.label,
    transform,
    positiveLabel: interpretation.positiveLabel,
    threshold,
    rule,
    isProbability: evaluations.every(({ low, high }) => !(low < 0 || high > 1)),
  });
}

/**
 * The decision as Python: plain NumPy on the exported column, and scikit-learn's `FixedThresholdClassifier` (1.5 or newer) around the
 * fitted model. That class flags `score >= threshold`; a strict rule becomes `>=` the next double, which is the same decision.
 */
export function pythonDecision(decision: PythonDecision): string {
  const { threshold, rule, isProbability } = decision;
  const isStrict = rule === '>';
  const flagged = `y_score ${rule} threshold`;
  return `# Threshold chosen with Cutpoint on ${commented(decision.name)} (${commented(decision.split)}, ${decision.rows} rows).
# Label ${commented(quoted(decision.label))}, positive class ${commented(quoted(decision.positiveLabel))}, flagged when score ${rule} threshold.
import numpy as np
import pandas as pd

threshold = ${pythonNumber(threshold)}

# NumPy: decide on exported scores
df = ${readExpression(decision.reading)}
${keptLine(decision.reading)}y_score = (${scoreExpression(decision)}).to_numpy()
y_pred = (${flagged}).astype(int)  # 1 = ${commented(quoted(decision.positiveLabel))}

# scikit-learn 1.5 or newer: the same decision inside the model
from sklearn.model_selection import FixedThresholdClassifier

model = FixedThresholdClassifier(
    estimator,  # your classifier; one that is fitted already: FrozenEstimator(estimator), 1.6 or newer
    threshold=${isStrict ? 'np.nextafter(threshold, np.inf)' : 'threshold'},${isStrict ? '  # its rule is >=; this makes it >' : ''}
    pos_label=${pythonLabel(decision.positiveLabel)},
    response_method=${isProbability ? '"predict_proba"' : '"decision_function"'},
).fit(X_train, y_train)
`;
}
