import { columnWords } from '../roles/columnWords.ts';

/** Whose rows a number of an epoch was taken on; `unknown` where the column does not say. */
export type TrainingSide = 'train' | 'validation' | 'test' | 'unknown';

/** What a column of a training history holds, as far as its name tells. */
export type ColumnMeaning =
  | { readonly kind: 'epoch' | 'step' }
  /** Nothing to draw: settings, times, spreads of other columns. */
  | { readonly kind: 'aside' }
  | {
      readonly kind: 'measure';
      /** What was measured, without whose rows it was measured on: `val_accuracy` and `train/accuracy` share `accuracy`. */
      readonly stem: string;
      /** Null where the name says nothing of it. */
      readonly side: Exclude<TrainingSide, 'unknown'> | null;
      /** A number of single steps, beside which the one of the whole epoch is the better. */
      readonly isOfStep: boolean;
    };

const EPOCH = new Set(['epoch', 'epochs', 'epoch_number', 'epoch_num', 'epoch_no', 'current_epoch']);
const STEP = new Set([
  ...['step', 'steps', 'global_step', 'trainer_global_step', 'iteration', 'iterations', 'iter', 'n_iter', 'round'],
  ...['boosting_round', 'batch'],
]);
const ASIDE =
  /^(?:lr|learning_rate|lr_.*|.*_lr|momentum|weight_decay|time|.*_time|timestamp|wall_time|wall|elapsed|duration|.*seconds?|.*per_second|runtime|.*_runtime|date|created_at|run|run_id|name|seed|.*_std|grad_norm|total_flos)$/;
const SIDES: Readonly<Record<string, Exclude<TrainingSide, 'unknown'>>> = {
  train: 'train',
  training: 'train',
  val: 'validation',
  valid: 'validation',
  validation: 'validation',
  eval: 'validation',
  dev: 'validation',
  holdout: 'validation',
  test: 'test',
};

/** Losses: the lower, the better. */
const LOSS =
  /(?:^|_)(?:loss|logloss|nll|crossentropy|cross_entropy|perplexity|mse|mae|rmse|error|err|hinge|divergence)(?:_|$)/;
/** Shares: the higher, the better. */
const SHARE =
  /(?:^|_)(?:acc|accuracy|auc|auroc|roc_auc|prc|precision|recall|sensitivity|specificity|f1|fscore|f1score|iou|dice|top_?\d+|mcc|kappa)(?:_|$)/;

export const isLossName = (stem: string): boolean => LOSS.test(stem);
export const isShareName = (stem: string): boolean => SHARE.test(stem) && !LOSS.test(stem);

/** What the name of a column says it holds. O(length). */
export function columnMeaning(name: string): ColumnMeaning {
  const words = columnWords(name);
  if (EPOCH.has(words)) return { kind: 'epoch' };
  if (STEP.has(words)) return { kind: 'step' };
  if (ASIDE.test(words)) return { kind: 'aside' };
  let parts = words.split('_');
  const ending = parts.at(-1);
  const isOfStep = ending === 'step';
  if (parts.length > 1 && (isOfStep || ending === 'epoch' || ending === 'mean')) parts = parts.slice(0, -1);
  let side = Object.hasOwn(SIDES, parts[0]) ? SIDES[parts[0]] : null;
  if (side !== null) parts = parts.slice(1);
  else {
    const last = parts.at(-1) ?? '';
    side = Object.hasOwn(SIDES, last) ? SIDES[last] : null;
    if (side !== null) parts = parts.slice(0, -1);
  }
  return { kind: 'measure', stem: parts.length === 0 ? words : parts.join('_'), side, isOfStep };
}
