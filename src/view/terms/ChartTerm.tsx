import type { Topic } from '../../core/learn/topics.ts';
import { TopicTerm } from './TopicTerm.tsx';

interface ChartTermProps {
  readonly topic: Topic;
  readonly title: string;
  readonly explanation: string;
}

/** The title of a chart, which says how the chart is read on hover and focus, and all about its term when it is pressed. */
export function ChartTerm({ topic, title, explanation }: ChartTermProps) {
  return (
    <TopicTerm topic={topic} explain={() => <p>{explanation}</p>}>
      {title}
    </TopicTerm>
  );
}
