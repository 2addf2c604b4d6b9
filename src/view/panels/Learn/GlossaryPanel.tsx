import { useId, useState } from 'react';
import type { Topic } from '../../../core/learn/topics.ts';
import { translate } from '../../../i18n/translate.ts';
import { TopicDialog } from '../../terms/TopicDialog.tsx';
import { TOPICS, topicName, topicSentence, topicTerm } from '../../terms/topicWords.ts';
import './GlossaryPanel.css';

/** Whether all words searched for stand in the name, the exact term or the sentence. */
function has(topic: Topic, words: readonly string[]): boolean {
  const text = `${topicName(topic)} ${topicTerm(topic)} ${topicSentence(topic)}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Every word that the page explains, to be searched. */
export function GlossaryPanel() {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Topic | null>(null);
  const id = useId();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = TOPICS.filter((topic) => has(topic, words));
  return (
    <section className="panel glossary" aria-labelledby={id}>
      <div className="panelHead">
        <h2 id={id}>{translate('glossary.title')}</h2>
        <span className="glossarySearch">
          <span role="status" className="hint">
            {translate('glossary.found', { count: found.length })}
          </span>
          <input
            type="search"
            className="field"
            aria-label={translate('glossary.search')}
            placeholder={translate('glossary.search')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </span>
      </div>
      <p className="hint">{translate('glossary.hint')}</p>
      {found.length === 0 ? (
        <p>{translate('glossary.none')}</p>
      ) : (
        <ul className="glossaryList" aria-label={translate('glossary.list')}>
          {found.map((topic) => (
            <li key={topic}>
              <button type="button" className="linkButton" aria-haspopup="dialog" onClick={() => setOpen(topic)}>
                {topicName(topic)}
              </button>{' '}
              <span className="hint">{topicSentence(topic)}</span>
            </li>
          ))}
        </ul>
      )}
      {open !== null && <TopicDialog topic={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
