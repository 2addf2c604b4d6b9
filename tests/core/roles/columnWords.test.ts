import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { columnWords, labelNamedBy } from '../../../src/core/roles/columnWords.ts';
import { labelValues } from '../../../src/core/roles/labels.ts';
import { tableOf } from '../dataset/tables.ts';

describe('columnWords', () => {
  it.each([
    ['yTrue', 'y_true'],
    ['P (Churn=Yes)', 'p_churn_yes'],
    ['.pred_yes', 'pred_yes'],
    ['Scored Probabilities', 'scored_probabilities'],
    ['EM_EVENTPROBABILITY', 'em_eventprobability'],
    ['Größe 2', 'größe_2'],
    ['__proto__', 'proto'],
    ['constructor', 'constructor'],
    ['真实标签', 'true_label'],
    ['预测概率', 'predicted_probability'],
    ['模型A得分', 'model_a_score'],
    ['客户ID', '客户_id'],
    ['ＩＤ', 'id'],
    ['折', 'fold'],
    ['折扣', '折扣'],
    ['   ', ''],
  ])('%j are %j', (name, words) => {
    expect(columnWords(name)).toBe(words);
  });
});

describe('labelNamedBy', () => {
  const named = (column: string, labels: readonly string[], label = 'y') =>
    labelNamedBy(column, labelValues(profileColumns(tableOf({ [label]: labels }))[0]), label);

  it.each([
    ['p_malignant', ['benign', 'malignant'], 'malignant'],
    ['概率_恶性', ['良性', '恶性'], '恶性'],
    ['预测概率（是）', ['否', '是'], '是'],
    ['概率_是', ['0', '1'], '1'],
    ['p_benign', ['benign', 'malignant'], 'benign'],
    ['.pred_yes', ['no', 'yes'], 'yes'],
    ['confidence(Yes)', ['No', 'Yes'], 'Yes'],
    ['P (Churn=Yes)', ['No', 'Yes'], 'Yes'],
    ['target_Yes_PREDICTION', ['No', 'Yes'], 'Yes'],
    ['Scored Probabilities for Class "bad"', ['good', 'bad'], 'bad'],
    ['logit_NEGATIVE', ['NEGATIVE', 'POSITIVE'], 'NEGATIVE'],
    ['class_0', ['class_0', 'class_1', 'class_2'], 'class_0'],
    ['prob_0', ['0', '1'], '0'],
    ['y_proba_1', ['0', '1'], '1'],
    ['prob_1', ['0.0', '1.0'], '1.0'],
    ['p0', ['0', '1'], '0'],
    ['cal_p1', ['0', '1'], '1'],
    ['0', ['0', '1'], '0'],
    ['not_yes', ['yes', 'not_yes'], 'not_yes'],
    ['y_1', ['0', '1'], '1'],
    ['p_y_1', ['0', '1'], '1'],
    ['P (Y=0)', ['0', '1'], '0'],
    // What says nothing about a class.
    ['model_0', ['0', '1'], null],
    ['score_v1', ['0', '1'], null],
    ['y_prob', ['0', '1'], null],
    ['prob_1', ['-1', '0'], null],
    ['eyes', ['no', 'yes'], null],
    // A class that was a number with decimals.
    ['y_1.0_PREDICTION', ['0', '1'], '1'],
    ['p_0.05', ['0', '5'], null],
    // The two sides of a decision whose values are numbers.
    ['prob_positive', ['0', '1'], '1'],
    ['p_no', ['0', '1'], '0'],
    ['logit_neg', ['-1', '1'], '-1'],
    ['churn_p_yes', ['0', '1'], '1'],
    ['days_positive', ['0', '1'], null],
    ['prob_positive', ['0', '1', '2'], null],
    ['prob_positive', ['no', '1'], null],
    // The place among two values.
    ['logits[1]', ['no', 'yes'], 'yes'],
    ['predictions[0]', ['no', 'yes'], 'no'],
    ['predictions[0]', ['1', '2'], '1'],
    ['prob_1', ['no', 'yes'], 'yes'],
    ['proba(0)', ['no', 'yes'], 'no'],
    ['p1', ['no', 'yes'], 'yes'],
    ['0', ['no', 'yes'], 'no'],
    ['prob_2', ['no', 'yes'], null],
    ['age_1', ['no', 'yes'], null],
    ['age[1]', ['no', 'yes'], null],
    ['logits[1]x', ['no', 'yes'], null],
    ['prob_1', ['no', 'yes', 'maybe'], null],
    ['p_cal_1', ['0', '1'], null],
    ['p_y', ['?', 'ok'], null],
  ])('%j with labels %j speaks of %j', (column, labels, expected) => {
    expect(named(column, labels)).toBe(expected);
  });

  it('knows the names SAS gives', () => {
    expect(named('P_BAD1', ['0', '1'], 'BAD')).toBe('1');
    expect(named('P_BAD0', ['0', '1'], 'BAD')).toBe('0');
  });
});
