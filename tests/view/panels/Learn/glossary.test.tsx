import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { GlossaryPanel } from '../../../../src/view/panels/Learn/GlossaryPanel.tsx';
import { ReadingPanel } from '../../../../src/view/panels/Learn/ReadingPanel.tsx';
import { TOPICS } from '../../../../src/view/terms/topicWords.ts';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';

const words = () => within(screen.getByRole('list', { name: 'Words' })).getAllByRole('button');

it('lists every term, and those that have the words searched for', () => {
  show(<GlossaryPanel />, openedStore([evaluationOf('test', [[1, 0.9]])]));
  expect(words()).toHaveLength(TOPICS.length);
  const search = screen.getByRole('searchbox', { name: 'Search the words' });
  fireEvent.change(search, { target: { value: 'area ROC' } });
  expect(words().map(({ textContent }) => textContent)).toEqual(['ROC AUC', 'DeLong']);
  expect(screen.getByRole('status').textContent).toBe('2 words');
  fireEvent.change(search, { target: { value: 'bananas' } });
  expect(screen.queryByRole('list')).toBeNull();
  expect(screen.getByText(/No word here has that/)).toBeTruthy();
});

it('leads to further reading without telling anybody where from', () => {
  show(<ReadingPanel />, openedStore([]));
  for (const link of screen.getAllByRole('link')) {
    expect(link.getAttribute('href')).toMatch(/^https:\/\//);
    expect(link.getAttribute('rel')).toBe('noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
  }
});
