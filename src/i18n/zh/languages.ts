import type { languagesText as english } from '../en/languages.ts';

/** The choice of language in Chinese, and the words that stand in formulas. */
export const languagesText = {
  'bar.language': '语言',
  'language.now': '页面现在使用中文。',

  'formula.precision': '精确率',
  'formula.recall': '召回率',
  'formula.specificity': '特异度',
  'formula.positives': '正例数',
  'formula.fpr': '假正例率',
  'formula.fnr': '假负例率',
  'formula.where': '，其中',

  'problem.languageNotLoaded': '无法取得 {language} 的文字。页面保持现在的语言。',
} satisfies Record<keyof typeof english, string>;
