/** What a server said in place of an answer, all of it text that is shown and never run. */
export interface ServerError {
  /** Its message in one line; '' where there is none. */
  readonly message: string;
  /** Where its program stood; '' where it does not say. */
  readonly trace: string;
  /** The reply itself, shortened. */
  readonly body: string;
}

const MESSAGES = ['error', 'message', 'detail', 'title', 'reason', 'description', 'errorMessage'];
const TRACES = ['trace', 'traceback', 'stack', 'stacktrace', 'exception', 'debug'];
const MESSAGE_LIMIT = 300;
const BODY_LIMIT = 20_000;

const shortened = (text: string, limit: number): string => (text.length > limit ? `${text.slice(0, limit)}…` : text);

/** The message and the trace in a reply: members of a JSON object that are called so, the words of a page, or the text itself. */
export function serverError(text: string, contentType: string | null): ServerError {
  const body = shortened(text, BODY_LIMIT);
  const isPage =
    /html/i.test(contentType ?? '') || /^\s*<(?:!doctype|html|head|body|h\d|p|div|title|script)\b/i.test(text);
  if (isPage) return { message: shortened(wordsOfPage(text), MESSAGE_LIMIT), trace: '', body };
  const members = membersIn(text);
  if (members === null) {
    const [first = ''] = text.trim().split(/\r?\n/);
    const isTrace = /traceback|^\s+at /im.test(text);
    return {
      message: shortened(isTrace ? (lastLine(text) ?? first) : first, MESSAGE_LIMIT),
      trace: isTrace ? body : '',
      body,
    };
  }
  const message = MESSAGES.map((name) => textOf(members[name])).find((found) => found !== '') ?? '';
  const trace = TRACES.map((name) => textOf(members[name])).find((found) => found !== '') ?? '';
  return { message: shortened(message, MESSAGE_LIMIT), trace: shortened(trace, BODY_LIMIT), body };
}

function membersIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** A message itself, or the one inside an object; of a list all of them. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  if (typeof value !== 'object' || value === null) return '';
  const members = value as Record<string, unknown>;
  return [...MESSAGES, 'msg'].map((name) => textOf(members[name])).find((found) => found !== '') ?? '';
}

const lastLine = (text: string): string | undefined => text.trim().split(/\r?\n/).at(-1)?.trim();

/** The words of a page without its scripts, styles and tags; it is never made into a document. */
function wordsOfPage(html: string): string {
  const words = html
    .replace(/<(script|style|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^>]*(?:>|$)/g, ' ')
    .replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ');
  return words.replace(/\s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' };
