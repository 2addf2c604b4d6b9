import type { CallOutcome } from './callEndpoint.ts';
import { EXAMPLE } from './endpoint.ts';
import { RECORDED_REPLIES } from './exampleReplies.ts';
import { readReplyText } from './replyText.ts';
import type { PreparedRequest } from './request.ts';

/** The paths of the recorded server by the address under which the example replays them. */
const PATHS: Readonly<Record<string, string>> = {
  [`${EXAMPLE}mood`]: '/predict',
  [`${EXAMPLE}topics`]: '/predict_multilabel',
};

const repliesOf = (url: string) => RECORDED_REPLIES.filter(({ path }) => path === PATHS[url.split('?')[0]]);

/** The texts that an example has an answer to. */
export const exampleTexts = (url: string): readonly string[] => [...new Set(repliesOf(url).map(({ text }) => text))];

/** The recorded reply to a request; a failure that says so where there is none. */
export function replayExample({ url, sent }: PreparedRequest): CallOutcome {
  const { text, run_id: version } = JSON.parse(sent) as Readonly<Record<string, unknown>>;
  const same = repliesOf(url).filter((recorded) => recorded.text === text);
  const recorded = same.find((each) => each.version === version) ?? (version === undefined ? same[0] : undefined);
  const read = recorded === undefined ? null : readReplyText(recorded.reply);
  if (recorded === undefined || read === null) {
    const problem = { code: 'notRecorded', values: {} } as const;
    return { kind: 'failed', problem, status: null, ms: 0, said: null, isPassing: false, retryAfter: null };
  }
  return { kind: 'answered', status: 200, ms: 0, text: recorded.reply, ...read };
}
