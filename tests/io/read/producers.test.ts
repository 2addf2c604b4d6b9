import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../../src/core/roles/finding.ts';
import { openWhole } from './reading.ts';

/** One case of the true table: its class, and the probability that a model gives the positive one. */
interface Case {
  readonly at: number;
  readonly isPositive: boolean;
  readonly p: number;
}

/** 80 cases scored well but not perfectly, none at exactly one half. */
const TRUTH: readonly Case[] = Array.from({ length: 80 }, (_, at) => {
  const p = (((at * 37) % 80) * 12 + 7) / 1000;
  return { at, p, isPositive: (at * 61) % 83 < 83 * (0.1 + 0.75 * p) };
});

const rest = (p: number) => Number((1 - p).toFixed(6));
const surer = (p: number) => Math.max(p, rest(p));
const logOdds = (p: number) => Math.log(p / (1 - p));

interface Producer {
  readonly name: string;
  readonly header: string;
  readonly row: (each: Case) => readonly (string | number)[];
  readonly positive: string;
  /** Score of the positive class; the probability itself if left out. */
  readonly score?: (each: Case) => number;
  /** What has to be said. */
  readonly says?: FindingCode;
}

/** A producer with two words for the classes. */
const words = (no: string, yes: string) => ({
  truth: ({ isPositive }: Case) => (isPositive ? yes : no),
  predicted: ({ p }: Case) => (p >= 0.5 ? yes : no),
  positive: yes,
});
const digits = words('0', '1');
const yesNo = words('no', 'yes');
const bigYesNo = words('No', 'Yes');
const polar = words('NEGATIVE', 'POSITIVE');
const weka = words('1:no', '2:yes');
const points = ({ p }: Case) => Math.round(850 - 500 * p);

const PRODUCERS: readonly Producer[] = [
  {
    name: 'scikit-learn and pandas, with the index',
    header: ',y_true,y_prob',
    row: (each) => [each.at, digits.truth(each), each.p],
    positive: '1',
  },
  {
    name: 'predict_proba under 0 and 1',
    header: 'y_true,0,1',
    row: (each) => [digits.truth(each), rest(each.p), each.p],
    positive: '1',
  },
  {
    name: 'MLflow',
    header: 'prediction,prediction_proba,target',
    row: (each) => [digits.predicted(each), each.p, digits.truth(each)],
    positive: '1',
  },
  {
    name: 'Hugging Face pipeline, joined with the truth',
    header: 'text,truth,label,score',
    row: (each) => [`t${each.at}`, polar.truth(each), polar.predicted(each), surer(each.p)],
    positive: 'POSITIVE',
    says: 'readAsConfidence',
  },
  {
    name: 'Hugging Face Trainer, two logits by place',
    header: 'label,predictions[0],predictions[1]',
    row: (each) => [digits.truth(each), 0.25 - logOdds(each.p) / 2, 0.25 + logOdds(each.p) / 2],
    positive: '1',
    says: 'readAsTwoLogits',
  },
  {
    name: 'Hugging Face Trainer, LABEL_0 and LABEL_1',
    header: 'label,logit_0,logit_1',
    row: (each) => [words('LABEL_0', 'LABEL_1').truth(each), 0.25 - logOdds(each.p) / 2, 0.25 + logOdds(each.p) / 2],
    positive: 'LABEL_1',
    says: 'readAsTwoLogits',
  },
  {
    name: 'one logit',
    header: 'y_true,logits',
    row: (each) => [digits.truth(each), logOdds(each.p)],
    positive: '1',
    says: 'readAsLogits',
  },
  {
    name: 'raw margins of a boosting',
    header: 'y_true,margin',
    row: (each) => [digits.truth(each), logOdds(each.p)],
    positive: '1',
    score: ({ p }) => logOdds(p),
    says: 'scoreOutsideUnit',
  },
  {
    name: 'CatBoost',
    header: 'SampleId\tRawFormulaVal\tProbability\tLabel',
    row: (each) => [each.at, logOdds(each.p), each.p, digits.truth(each)],
    positive: '1',
  },
  {
    name: 'AutoGluon',
    header: 'class,no,yes',
    row: (each) => [yesNo.truth(each), rest(each.p), each.p],
    positive: 'yes',
  },
  {
    name: 'H2O',
    header: 'target,predict,p0,p1',
    row: (each) => [digits.truth(each), digits.predicted(each), rest(each.p), each.p],
    positive: '1',
  },
  {
    name: 'H2O with levels',
    header: 'outcome,predict,no,yes',
    row: (each) => [yesNo.truth(each), yesNo.predicted(each), rest(each.p), each.p],
    positive: 'yes',
  },
  {
    name: 'BigQuery ML',
    header: 'churned,predicted_churned,predicted_churned_probs.yes,predicted_churned_probs.no',
    row: (each) => [yesNo.truth(each), yesNo.predicted(each), each.p, rest(each.p)],
    positive: 'yes',
  },
  {
    name: 'BigQuery ML with 0 and 1',
    header: 'churned,predicted_churned,predicted_churned_probs.1,predicted_churned_probs.0',
    row: (each) => [digits.truth(each), digits.predicted(each), each.p, rest(each.p)],
    positive: '1',
  },
  {
    name: 'SageMaker Autopilot',
    header: 'target,predicted_label,probability',
    row: (each) => [yesNo.truth(each), yesNo.predicted(each), surer(each.p)],
    positive: 'yes',
    says: 'readAsConfidence',
  },
  {
    name: 'Azure ML',
    header: 'income,Scored Labels,Scored Probabilities',
    row: (each) => [digits.truth(each), digits.predicted(each), each.p],
    positive: '1',
  },
  {
    name: 'Azure ML, a column for each class',
    header: 'income;"Scored Probabilities for Class ""no""";"Scored Probabilities for Class ""yes""";Scored Labels',
    row: (each) => [yesNo.truth(each), rest(each.p), each.p, yesNo.predicted(each)],
    positive: 'yes',
  },
  {
    name: 'DataRobot',
    header:
      'readmitted,readmitted_True_PREDICTION,readmitted_False_PREDICTION,readmitted_PREDICTION,THRESHOLD,POSITIVE_CLASS',
    row: (each) => [
      words('False', 'True').truth(each),
      each.p,
      rest(each.p),
      words('False', 'True').predicted(each),
      0.5,
      'True',
    ],
    positive: 'True',
  },
  {
    name: 'DataRobot, whose positive class is the one with fewer letters',
    header: 'loan,loan_fine_PREDICTION,loan_late_PREDICTION,loan_PREDICTION,THRESHOLD,POSITIVE_CLASS',
    row: (each) => [
      words('late', 'fine').truth(each),
      each.p,
      rest(each.p),
      words('late', 'fine').predicted(each),
      0.5,
      'fine',
    ],
    positive: 'fine',
  },
  {
    name: 'DataRobot with numbers',
    header:
      'readmitted,readmitted_1.0_PREDICTION,readmitted_0.0_PREDICTION,readmitted_PREDICTION,THRESHOLD,POSITIVE_CLASS',
    row: (each) => [digits.truth(each), each.p, rest(each.p), digits.predicted(each), 0.5, '1.0'],
    positive: '1',
  },
  {
    name: 'PyCaret',
    header: 'age,Purchase,prediction_label,prediction_score',
    row: (each) => [20 + (each.at % 50), digits.truth(each), digits.predicted(each), surer(each.p)],
    positive: '1',
    says: 'readAsConfidence',
  },
  {
    name: 'older PyCaret',
    header: 'age,Purchase,Label,Score',
    row: (each) => [20 + (each.at % 50), bigYesNo.truth(each), bigYesNo.predicted(each), surer(each.p)],
    positive: 'Yes',
    says: 'readAsConfidence',
  },
  {
    name: 'tidymodels',
    header: 'truth,.pred_class,.pred_yes,.pred_no',
    row: (each) => [yesNo.truth(each), yesNo.predicted(each), each.p, rest(each.p)],
    positive: 'yes',
  },
  {
    name: 'caret',
    header: 'pred,obs,no,yes,rowIndex,Resample',
    row: (each) => [
      yesNo.predicted(each),
      yesNo.truth(each),
      rest(each.p),
      each.p,
      each.at + 1,
      `Fold${1 + (each.at % 5)}`,
    ],
    positive: 'yes',
  },
  {
    name: 'ROCR',
    header: 'predictions,labels',
    row: (each) => [each.p, digits.truth(each)],
    positive: '1',
  },
  {
    name: 'SAS',
    header: 'BAD,P_BAD1,P_BAD0,I_BAD,U_BAD',
    row: (each) => [digits.truth(each), each.p, rest(each.p), digits.predicted(each), digits.predicted(each)],
    positive: '1',
  },
  {
    name: 'SAS, the chosen class before the true one',
    header: 'I_BAD,U_BAD,P_BAD0,P_BAD1,BAD',
    row: (each) => [digits.predicted(each), digits.predicted(each), rest(each.p), each.p, digits.truth(each)],
    positive: '1',
  },
  {
    name: 'SAS Viya',
    header: 'BAD,EM_EVENTPROBABILITY,EM_PROBABILITY,EM_CLASSIFICATION',
    row: (each) => [digits.truth(each), each.p, surer(each.p), digits.predicted(each)],
    positive: '1',
  },
  {
    name: 'SAS Viya, the probability of the chosen class only',
    header: 'BAD,EM_PROBABILITY,EM_CLASSIFICATION',
    row: (each) => [digits.truth(each), surer(each.p), digits.predicted(each)],
    positive: '1',
    says: 'readAsConfidence',
  },
  {
    name: 'scorecard',
    header: 'score,status',
    row: (each) => [points(each), words('good', 'bad').truth(each)],
    positive: 'bad',
    score: (each) => -points(each),
    says: 'lowScoresMeanPositive',
  },
  {
    name: 'Weka',
    header: 'inst#,actual,predicted,error,prediction',
    row: (each) => [
      each.at + 1,
      weka.truth(each),
      weka.predicted(each),
      weka.truth(each) === weka.predicted(each) ? '' : '+',
      surer(each.p),
    ],
    positive: 'yes',
    says: 'readAsConfidence',
  },
  {
    name: 'RapidMiner',
    header: 'churn,prediction(churn),confidence(Yes),confidence(No)',
    row: (each) => [bigYesNo.truth(each), bigYesNo.predicted(each), each.p, rest(each.p)],
    positive: 'Yes',
  },
  {
    name: 'KNIME',
    header: 'Churn,P (Churn=Yes),P (Churn=No),Prediction (Churn)',
    row: (each) => [bigYesNo.truth(each), each.p, rest(each.p), bigYesNo.predicted(each)],
    positive: 'Yes',
  },
  {
    name: 'Dataiku',
    header: 'churn,proba_no,proba_yes,prediction',
    row: (each) => [yesNo.truth(each), rest(each.p), each.p, yesNo.predicted(each)],
    positive: 'yes',
  },
  {
    name: 'NannyML',
    header: 'y_pred_proba,y_pred,y_true',
    row: (each) => [each.p, digits.predicted(each), digits.truth(each)],
    positive: '1',
  },
  {
    name: 'Aequitas',
    header: 'score,label_value,race',
    row: (each) => [each.p, digits.truth(each), each.at % 2 === 0 ? 'a' : 'b'],
    positive: '1',
  },
  {
    name: 'libsvm, joined with the truth',
    header: 'target labels 1 -1',
    row: (each) => [words('-1', '1').truth(each), words('-1', '1').predicted(each), each.p, rest(each.p)],
    positive: '1',
  },
  {
    name: 'the probability of the negative class only',
    header: 'y_true,prob_0',
    row: (each) => [digits.truth(each), rest(each.p)],
    positive: '1',
  },
  {
    name: 'the probability of the negative class, named by a word',
    header: 'y_true,prob_negative',
    row: (each) => [digits.truth(each), rest(each.p)],
    positive: '1',
  },
];

function fileOf({ header, row }: Producer): string {
  const delimiter =
    [...'\t; ,'].find((mark) => header.includes(mark) && (mark !== ' ' || !header.includes(','))) ?? ',';
  return [header, ...TRUTH.map((each) => row(each).join(delimiter))].join('\n');
}

describe.each(PRODUCERS)('$name', (producer) => {
  it('is read back to the true table', async () => {
    const { summary, prepared, page } = await openWhole(fileOf(producer));
    expect(summary.question).toBeNull();
    expect(summary.inferred.positiveLabel).toBe(producer.positive);
    expect(page.rows).toHaveLength(TRUTH.length);
    expect(page.rows.map(({ outcome }) => outcome === 'tp')).toEqual(TRUTH.map(({ isPositive }) => isPositive));
    const scoreOf = producer.score ?? (({ p }: Case) => p);
    const off = TRUTH.filter((each, row) => Math.abs(page.rows[row].score - scoreOf(each)) > 1e-12);
    expect(off).toEqual([]);
    if (producer.says !== undefined) expect(prepared.findings.map(({ code }) => code)).toContain(producer.says);
  });
});
