import type { Topic } from '../../core/learn/topics.ts';
import { Dialog } from '../controls/Dialog.tsx';
import { TopicCard } from './TopicCard.tsx';
import { topicName } from './topicWords.ts';

/** All there is to say of a term; Escape closes it, and the focus returns to the word. */
export function TopicDialog({ topic, onClose }: { readonly topic: Topic; readonly onClose: () => void }) {
  return (
    <Dialog title={topicName(topic)} onClose={onClose}>
      <TopicCard topic={topic} />
    </Dialog>
  );
}
