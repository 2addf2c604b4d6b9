/** What is said of Predict before anybody opens it. */
export const predictText = {
  'bar.predict': 'Predict',
  'predict.privacy': 'only what you ask here leaves this device',
  'predict.sure': '{name}: {percent}, {words}.',
  'predict.sureUnnamed': '{percent}, {words}.',
} as const;
