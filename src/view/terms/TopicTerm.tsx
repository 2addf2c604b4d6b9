import { type ReactNode, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Topic } from '../../core/learn/topics.ts';
import { translate } from '../../i18n/translate.ts';
import { Guarded } from '../controls/Guarded.tsx';
import { Term } from '../controls/Term.tsx';
import { lazyPart } from '../lazyPart.ts';

const TopicDialog = lazyPart(() => import('./TopicDialog.tsx').then((module) => module.TopicDialog));

interface TopicTermProps {
  readonly topic: Topic;
  readonly children: ReactNode;
  /** What is shown on hover and focus. */
  readonly explain: () => ReactNode;
  readonly className?: string;
}

/** A word that says in short what it means on hover and focus, and in full, with the file's own numbers, when it is pressed. */
export function TopicTerm({ topic, children, explain, className }: TopicTermProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Term
        className={className}
        onPress={() => setIsOpen(true)}
        explain={() => (
          <>
            {explain()}
            <p className="hint">{translate('term.more')}</p>
          </>
        )}
      >
        {children}
      </Term>
      {/* Words stand in paragraphs and headings, where no dialog may be. */}
      {isOpen &&
        createPortal(
          <Guarded name={translate('term.card')} subject={topic}>
            <Suspense fallback={null}>
              <TopicDialog topic={topic} onClose={() => setIsOpen(false)} />
            </Suspense>
          </Guarded>,
          document.body,
        )}
    </>
  );
}
