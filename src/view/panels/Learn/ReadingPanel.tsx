import { translate } from '../../../i18n/translate.ts';

interface Work {
  readonly key: 'fawcett' | 'saito' | 'elkan' | 'vickers' | 'delong' | 'niculescu' | 'hardt' | 'gigerenzer' | 'scikit';
  /** As it is cited, in its own language. */
  readonly cited: string;
  readonly address: string;
}

const WORKS: readonly Work[] = [
  {
    key: 'fawcett',
    cited: 'Tom Fawcett (2006): An introduction to ROC analysis',
    address: 'https://doi.org/10.1016/j.patrec.2005.10.010',
  },
  {
    key: 'saito',
    cited:
      'Takaya Saito, Marc Rehmsmeier (2015): The precision-recall plot is more informative than the ROC plot when evaluating binary classifiers on imbalanced datasets',
    address: 'https://doi.org/10.1371/journal.pone.0118432',
  },
  {
    key: 'elkan',
    cited: 'Charles Elkan (2001): The foundations of cost-sensitive learning',
    address: 'https://dl.acm.org/doi/10.5555/1642194.1642224',
  },
  {
    key: 'vickers',
    cited:
      'Andrew Vickers, Elena Elkin (2006): Decision curve analysis: a novel method for evaluating prediction models',
    address: 'https://doi.org/10.1177/0272989X06295361',
  },
  {
    key: 'delong',
    cited:
      'Elizabeth DeLong, David DeLong, Daniel Clarke-Pearson (1988): Comparing the areas under two or more correlated receiver operating characteristic curves: a nonparametric approach',
    address: 'https://doi.org/10.2307/2531595',
  },
  {
    key: 'niculescu',
    cited: 'Alexandru Niculescu-Mizil, Rich Caruana (2005): Predicting good probabilities with supervised learning',
    address: 'https://doi.org/10.1145/1102351.1102430',
  },
  {
    key: 'hardt',
    cited: 'Moritz Hardt, Eric Price, Nathan Srebro (2016): Equality of opportunity in supervised learning',
    address: 'https://arxiv.org/abs/1610.02413',
  },
  {
    key: 'gigerenzer',
    cited: 'Gerd Gigerenzer and others (2007): Helping doctors and patients make sense of health statistics',
    address: 'https://doi.org/10.1111/j.1539-6053.2008.00033.x',
  },
  {
    key: 'scikit',
    cited: 'scikit-learn user guide: Tuning the decision threshold for class prediction',
    address: 'https://scikit-learn.org/stable/modules/classification_threshold.html',
  },
];

/** What to read next, each work with what it is good for. */
export function ReadingPanel() {
  return (
    <section className="panel" aria-labelledby="reading-title">
      <h2 id="reading-title">{translate('reading.title')}</h2>
      <p className="hint">{translate('reading.hint')}</p>
      <ul className="readingList">
        {WORKS.map(({ key, cited, address }) => (
          <li key={key}>
            <a href={address} target="_blank" rel="noreferrer" title={translate('reading.newTab')}>
              <span lang="en">{cited}</span>
            </a>{' '}
            <span className="hint">{translate(`reading.${key}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
