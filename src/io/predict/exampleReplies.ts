/**
 * What a small server of word lists answered to a few texts, word for word (tests/browser/predictServer/app.py): the built-in example
 * replays it, and asks nobody.
 */
export interface RecordedReply {
  readonly path: string;
  /** The `run_id` that was asked for; '' where the server has only one. */
  readonly version: string;
  readonly text: string;
  readonly reply: string;
}

export const RECORDED_REPLIES: readonly RecordedReply[] = [
  {
    path: '/predict',
    version: 'v1',
    text: 'I love this phone, it is great',
    reply: '{"probabilities": {"negative": 0.000201, "neutral": 0.010985, "positive": 0.988814}}',
  },
  {
    path: '/predict',
    version: 'v2',
    text: 'I love this phone, it is great',
    reply: '{"probabilities": {"negative": 4e-06, "neutral": 0.001501, "positive": 0.998495}}',
  },
  {
    path: '/predict',
    version: 'v1',
    text: 'Good, but slow',
    reply: '{"probabilities": {"negative": 0.302064, "neutral": 0.247309, "positive": 0.450627}}',
  },
  {
    path: '/predict',
    version: 'v2',
    text: 'Good, but slow',
    reply: '{"probabilities": {"negative": 0.266342, "neutral": 0.197311, "positive": 0.536347}}',
  },
  {
    path: '/predict',
    version: 'v1',
    text: 'The box arrived on Monday',
    reply: '{"probabilities": {"negative": 0.106507, "neutral": 0.786986, "positive": 0.106507}}',
  },
  {
    path: '/predict',
    version: 'v2',
    text: 'The box arrived on Monday',
    reply: '{"probabilities": {"negative": 0.054216, "neutral": 0.891567, "positive": 0.054216}}',
  },
  {
    path: '/predict',
    version: 'v1',
    text: 'It is broken. I want a refund',
    reply: '{"probabilities": {"negative": 0.964254, "neutral": 0.03218, "positive": 0.003566}}',
  },
  {
    path: '/predict',
    version: 'v2',
    text: 'It is broken. I want a refund',
    reply: '{"probabilities": {"negative": 0.994379, "neutral": 0.005486, "positive": 0.000136}}',
  },
  {
    path: '/predict',
    version: 'v1',
    text: 'Not good at all',
    reply: '{"probabilities": {"negative": 0.27801, "neutral": 0.307248, "positive": 0.414742}}',
  },
  {
    path: '/predict',
    version: 'v2',
    text: 'Not good at all',
    reply: '{"probabilities": {"negative": 0.426013, "neutral": 0.25839, "positive": 0.315598}}',
  },
  {
    path: '/predict_multilabel',
    version: '',
    text: 'Bank shares fall after the vote',
    reply: '{"Finance": 0.975873, "Health": 0.182426, "Politics": 0.832018, "Sport": 0.182426, "Technology": 0.28905}',
  },
  {
    path: '/predict_multilabel',
    version: '',
    text: 'The team wins the cup despite an injury',
    reply: '{"Finance": 0.182426, "Health": 0.622459, "Politics": 0.182426, "Sport": 0.991837, "Technology": 0.214165}',
  },
  {
    path: '/predict_multilabel',
    version: '',
    text: 'Minister presents the budget',
    reply: '{"Finance": 0.645656, "Health": 0.310026, "Politics": 0.890903, "Sport": 0.182426, "Technology": 0.182426}',
  },
  {
    path: '/predict_multilabel',
    version: '',
    text: 'Doctors test a new app',
    reply: '{"Finance": 0.182426, "Health": 0.858149, "Politics": 0.182426, "Sport": 0.231475, "Technology": 0.668188}',
  },
  {
    path: '/predict_multilabel',
    version: '',
    text: 'A new chip for phones',
    reply: '{"Finance": 0.28905, "Health": 0.182426, "Politics": 0.182426, "Sport": 0.182426, "Technology": 0.75026}',
  },
];
