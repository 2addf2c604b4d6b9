import type { metricText as english } from '../en/metrics.ts';

/** The metrics in Chinese: name, one plain sentence, formula, exact term; then why a metric has no value. */
export const metricText = {
  'metric.precision.name': '精确率',
  'metric.precision.sentence': '模型标记的样本中，真正是正例的比例。',
  'metric.precision.formula': 'TP ÷ (TP + FP)',
  'metric.precision.term': '精确率（precision，又称查准率、阳性预测值；precision_score）',

  'metric.recall.name': '召回率',
  'metric.recall.sentence': '真正的正例中，被模型找出来的比例。',
  'metric.recall.formula': 'TP ÷ (TP + FN)',
  'metric.recall.term': '召回率（recall，又称查全率、灵敏度、真正例率；recall_score）',

  'metric.f1.name': 'F1 分数',
  'metric.f1.sentence': '把精确率和召回率合成一个数，其中任何一个偏低，它就偏低。',
  'metric.f1.formula': '2 · TP ÷ (2 · TP + FN + FP)',
  'metric.f1.term': 'F1 分数，精确率与召回率的调和平均（f1_score）',

  'metric.f2.name': 'F2 分数',
  'metric.f2.sentence': '类似 F1，但找全正例的分量是标得准的两倍。',
  'metric.f2.formula': '5 · TP ÷ (5 · TP + 4 · FN + FP)',
  'metric.f2.term': 'F-beta 分数，β = 2（fbeta_score）',

  'metric.f05.name': 'F0.5 分数',
  'metric.f05.sentence': '类似 F1，但标得准的分量是找全正例的两倍。',
  'metric.f05.formula': '1.25 · TP ÷ (1.25 · TP + 0.25 · FN + FP)',
  'metric.f05.term': 'F-beta 分数，β = 0.5（fbeta_score）',

  'metric.specificity.name': '特异度',
  'metric.specificity.sentence': '真正的负例中，被模型放过的比例。',
  'metric.specificity.formula': 'TN ÷ (TN + FP)',
  'metric.specificity.term': '特异度（specificity，又称真负例率；recall_score，pos_label=0）',

  'metric.npv.name': '阴性预测值',
  'metric.npv.sentence': '模型放过的样本中，真正是负例的比例。',
  'metric.npv.formula': 'TN ÷ (TN + FN)',
  'metric.npv.term': '阴性预测值，NPV（precision_score，pos_label=0）',

  'metric.accuracy.name': '准确率',
  'metric.accuracy.sentence': '全部样本中判定正确的比例。某一类很少时，这个数会显得偏高。',
  'metric.accuracy.formula': '(TP + TN) ÷ n',
  'metric.accuracy.term': '准确率（accuracy_score）',

  'metric.balancedAccuracy.name': '平衡准确率',
  'metric.balancedAccuracy.sentence': '假设两类一样多时的准确率。随机水平为 0.5。',
  'metric.balancedAccuracy.formula': '(召回率 + 特异度) ÷ 2',
  'metric.balancedAccuracy.term': '平衡准确率（balanced_accuracy_score）',

  'metric.matthewsCorrcoef.name': '马修斯相关系数',
  'metric.matthewsCorrcoef.sentence': '判定与真实情况有多一致：1 为完全一致，0 为随机水平，−1 为全错。',
  'metric.matthewsCorrcoef.formula': '(TP · TN − FP · FN) ÷ √((TP + FP)(TP + FN)(TN + FP)(TN + FN))',
  'metric.matthewsCorrcoef.term': '马修斯相关系数，MCC，φ 系数（matthews_corrcoef）',

  'metric.cohenKappa.name': '科恩 kappa 系数',
  'metric.cohenKappa.sentence': '准确率比随机水平高出多少：1 为完全正确，0 为随机水平。',
  'metric.cohenKappa.formula': '(pₒ − pₑ) ÷ (1 − pₑ)，其中 pₒ 为准确率，pₑ 为随机情况下的准确率',
  'metric.cohenKappa.term': '科恩 kappa 系数（cohen_kappa_score）',

  'metric.youdenJ.name': '约登指数 J',
  'metric.youdenJ.sentence': '正例被标记的比例减去负例被标记的比例。随机水平为 0。',
  'metric.youdenJ.formula': '召回率 + 特异度 − 1',
  'metric.youdenJ.term': '约登指数（Youden’s J，informedness；balanced_accuracy_score，adjusted=True）',

  'metric.gMean.name': '几何均值',
  'metric.gMean.sentence': '把召回率和特异度合成一个数，其中任何一个偏低，它就偏低。',
  'metric.gMean.formula': '√(召回率 · 特异度)',
  'metric.gMean.term': '召回率与特异度的几何均值（imbalanced-learn 的 geometric_mean_score）',

  'metric.jaccard.name': '杰卡德指数',
  'metric.jaccard.sentence': '被标记的样本与正例重合的程度：1 表示完全重合。',
  'metric.jaccard.formula': 'TP ÷ (TP + FP + FN)',
  'metric.jaccard.term': '杰卡德指数（Jaccard），交并比，临界成功指数（jaccard_score）',

  'metric.selectionRate.name': '标记比例',
  'metric.selectionRate.sentence': '全部样本中被模型标记的比例，也就是工作量。',
  'metric.selectionRate.formula': '(TP + FP) ÷ n',
  'metric.selectionRate.term': '选择率，预测为正类的比例（fairlearn 的 selection_rate）',

  'metric.fpr.name': '假正例率',
  'metric.fpr.sentence': '真正的负例中，被模型误标的比例。',
  'metric.fpr.formula': 'FP ÷ (FP + TN)',
  'metric.fpr.term': '假正例率（又称误报率）：1 − 特异度（roc_curve）',

  'metric.fnr.name': '假负例率',
  'metric.fnr.sentence': '真正的正例中，被模型漏掉的比例。',
  'metric.fnr.formula': 'FN ÷ (FN + TP)',
  'metric.fnr.term': '假负例率（又称漏报率）：1 − 召回率（det_curve）',

  'metric.fdr.name': '错误发现率',
  'metric.fdr.sentence': '模型标记的样本中，误报所占的比例。',
  'metric.fdr.formula': 'FP ÷ (FP + TP)',
  'metric.fdr.term': '错误发现率：1 − 精确率（1 − precision_score）',

  'metric.falseOmissionRate.name': '错误遗漏率',
  'metric.falseOmissionRate.sentence': '模型放过的样本中，本该标记的比例。',
  'metric.falseOmissionRate.formula': 'FN ÷ (FN + TN)',
  'metric.falseOmissionRate.term': '错误遗漏率：1 − 阴性预测值',

  'metric.lift.name': '提升度',
  'metric.lift.sentence': '标记的样本里的正例数，是随机挑选同样多样本时的多少倍。',
  'metric.lift.formula': '精确率 ÷ (正例数 ÷ n)',
  'metric.lift.term': '提升度：精确率 ÷ 正类占比',

  'metric.positiveLikelihoodRatio.name': '阳性似然比',
  'metric.positiveLikelihoodRatio.sentence': '正例被标记的概率是负例的多少倍。',
  'metric.positiveLikelihoodRatio.formula': '召回率 ÷ 假正例率',
  'metric.positiveLikelihoodRatio.term': '阳性似然比，LR+（class_likelihood_ratios）',

  'metric.negativeLikelihoodRatio.name': '阴性似然比',
  'metric.negativeLikelihoodRatio.sentence': '正例被放过的概率是负例的多少倍。越接近 0 越好。',
  'metric.negativeLikelihoodRatio.formula': '假负例率 ÷ 特异度',
  'metric.negativeLikelihoodRatio.term': '阴性似然比，LR−（class_likelihood_ratios）',

  'metric.netBenefit.name': '净收益',
  'metric.netBenefit.sentence': '平均每个样本找到的正例，减去按阈值的几率折算的误报。谁都不标记时为 0。',
  'metric.netBenefit.formula': 'TP ÷ n − FP ÷ n · t ÷ (1 − t)，其中 t 为阈值',
  'metric.netBenefit.term': '净收益，决策曲线分析（dcurves）',

  'metric.rocAuc.name': 'ROC AUC',
  'metric.rocAuc.sentence': '正例的分数高于负例的概率。0.5 相当于瞎猜。',
  'metric.rocAuc.formula': '顺序正确的（正例，负例）对的比例；分数相同算 ½',
  'metric.rocAuc.term': 'ROC 曲线下面积，c 统计量（roc_auc_score）',

  'metric.averagePrecision.name': '平均精确率',
  'metric.averagePrecision.sentence': '在各个召回率水平上平均的精确率。瞎猜时等于数据中正例的占比。',
  'metric.averagePrecision.formula': 'Σ (Rₖ − Rₖ₋₁) · Pₖ，遍历所有不同的分数，从高到低',
  'metric.averagePrecision.term': '平均精确率，精确率–召回率阶梯线下的面积（average_precision_score）',

  'metric.ksStatistic.name': 'KS 统计量',
  'metric.ksStatistic.sentence': '在所有阈值中，正例标记比例与负例标记比例之间的最大差距。',
  'metric.ksStatistic.formula': 'max |召回率 − 假正例率|',
  'metric.ksStatistic.term': '柯尔莫哥洛夫–斯米尔诺夫统计量（SciPy 的 ks_2samp）',

  'metric.brierScore.name': '布里尔分数',
  'metric.brierScore.sentence': '分数与真实结果之间的均方差。0 为完美，越低越好。',
  'metric.brierScore.formula': '(分数 − 真实值)² 的平均值，真实值为 0 或 1',
  'metric.brierScore.term': '布里尔分数（Brier score；brier_score_loss）',

  'metric.logLoss.name': '对数损失',
  'metric.logLoss.sentence': '真实结果让分数有多“意外”：越自信却错了，代价越大。越低越好。',
  'metric.logLoss.formula': '−ln(真实类别的分数) 的平均值',
  'metric.logLoss.term': '对数损失，交叉熵；分数与 0 和 1 至少保持 2.2 · 10⁻¹⁶ 的距离（log_loss）',

  'metric.expectedCalibrationError.name': '校准误差',
  'metric.expectedCalibrationError.sentence': '平均来看，分数与同分段样本中正例占比相差多少。0 为完美。',
  'metric.expectedCalibrationError.formula': 'Σ (该分箱的样本占比) · |平均分数 − 正例占比|',
  'metric.expectedCalibrationError.term':
    '期望校准误差（ECE），10 个等宽分箱（calibration_curve 的 strategy="uniform" 分箱）',

  'term.more': '按一下，查看代入数字的公式，以及何时不可轻信。',
  'term.card': '解释',

  'undefined.noPositives': '没有正例。',
  'undefined.noNegatives': '没有负例。',
  'undefined.nothingFlagged': '在此阈值下什么都没有标记。',
  'undefined.everythingFlagged': '在此阈值下全部样本都被标记。',
  'undefined.oneClass': '所有样本都属于同一类。',
  'undefined.noRows': '没有数据行。',
  'undefined.noTruePositiveNorError': '既没有正例，也没有标记。',
  'undefined.marginZero': '所有样本属于同一类，或判定结果都相同。',
  'undefined.chanceAgreementIsOne': '所有样本属于同一类且都判对，随机判定也能做到。',
  'undefined.zeroOverZero': '这个比值的分子和分母都是 0。',
  'undefined.scoreOutsideUnit': '有些分数不在 0 到 1 之间，不能当作概率。',
  'undefined.thresholdOutsideUnit': '阈值不是 0 到 1（不含 1）之间的概率。',
} satisfies Record<keyof typeof english, string>;
