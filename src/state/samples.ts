/** The files that ship with the page. Their titles, questions and origins are words: i18n `sample.<id>.*`. */
export const SAMPLES = [
  { id: 'streamlit-demo', path: 'samples/streamlit-demo.csv' },
  { id: 'german-credit', path: 'samples/german-credit.csv' },
  { id: 'german-credit-models', path: 'samples/german-credit-models.csv' },
  { id: 'breast-cancer', path: 'samples/breast-cancer.csv' },
  { id: 'training', path: 'samples/training.csv', besides: 'samples/training-history.csv' },
  { id: 'digits', path: 'samples/digits.csv', view: 'classes' },
  { id: 'news-topics', path: 'samples/news-topics.csv', view: 'classes' },
] as const;

export type SampleId = (typeof SAMPLES)[number]['id'];

export const FIRST_SAMPLE: SampleId = 'streamlit-demo';
