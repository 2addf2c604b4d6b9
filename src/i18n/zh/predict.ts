import type { predictText as english } from '../en/predict.ts';

/** What is said in Chinese of Predict before anybody opens it. */
export const predictText = {
  'bar.predict': '预测',
  'predict.privacy': '只有你在这里问的内容会离开本设备',
  'predict.sure': '{name}：{percent}，{words}。',
  'predict.sureUnnamed': '{percent}，{words}。',
} satisfies Record<keyof typeof english, string>;
