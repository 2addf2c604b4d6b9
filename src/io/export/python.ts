import type { ScoreTransform } from '../../core/dataset/interpretation.ts';
import type { DecisionRule } from '../../core/scores/confusion.ts';

export interface PythonDecision {
  readonly file: string;
  readonly split: string;
  readonly rows: number;
  readonly label: string;
  readonly score: string;
  readonly transform: ScoreTransform;
  readonly positiveLabel: string;
  readonly threshold: number;
  readonly rule: DecisionRule;
  /** Whether all scores lie in [0, 1]. */
  readonly isProbability: boolean;
}

/** A string as a Python literal; JSON's escapes are Python's, but for the two line separators Python reads as they are. */
const quoted = (text: string): string => JSON.stringify(text);

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

function scoreExpression(transform: ScoreTransform, score: string): string {
  const column = `df[${quoted(score)}]`;
  if (transform === 'oneMinus') return `1 - ${column}`;
  return transform === 'negate' ? `-${column}` : column;
}

/**
 * The decision as Python: plain NumPy on the exported column, and scikit-learn's `FixedThresholdClassifier` (1.5 or newer) around the
 * fitted model. That class flags `score >= threshold`; a strict rule becomes `>=` the next double, which is the same decision.
 */
export function pythonDecision(decision: PythonDecision): string {
  const { threshold, rule, isProbability } = decision;
  const isStrict = rule === '>';
  const flagged = `y_score ${rule} threshold`;
  return `# Threshold chosen with Cutpoint on ${commented(decision.file)} (${commented(decision.split)}, ${decision.rows} rows).
# Label ${commented(quoted(decision.label))}, positive class ${commented(quoted(decision.positiveLabel))}, flagged when score ${rule} threshold.
import numpy as np
import pandas as pd

threshold = ${pythonNumber(threshold)}

# NumPy: decide on exported scores
df = pd.read_csv(${quoted(decision.file)})
y_score = (${scoreExpression(decision.transform, decision.score)}).to_numpy()
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
