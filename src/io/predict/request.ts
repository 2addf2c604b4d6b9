import { numberIn } from '../../core/dataset/cell.ts';
import { jsonFault } from '../jsonFault.ts';
import type { CallProblem, Endpoint } from './endpoint.ts';

/** How a request is put together. */
export interface RequestTemplate {
  /** One text under a name, several fields, or JSON as it is typed. */
  readonly kind: 'text' | 'fields' | 'json';
  readonly textField: string;
  /** In JSON, `"{{name}}"` stands for the value of that name. */
  readonly json: string;
  /** The field that names the run or the model version; '' without one. */
  readonly versionField: string;
}

/** What is asked about: values by name. In a request of one text there is a single one. */
export type RequestItem = readonly { readonly name: string; readonly value: string }[];

export interface PreparedRequest {
  readonly url: string;
  readonly method: Endpoint['method'];
  readonly headers: Readonly<Record<string, string>>;
  /** Null where the fields stand in the address. */
  readonly body: string | null;
  /** What is asked, wherever it stands. */
  readonly sent: string;
}

const TEXT = 'text';

/** A number stays a number, so that a model of numbers does not get text; quotes make text of it. */
export function jsonValue(text: string): string | number {
  const quoted = /^"(.*)"$/s.exec(text.trim());
  if (quoted !== null) return quoted[1];
  const value = numberIn(text);
  return Number.isFinite(value) && text.trim() !== '' ? value : text;
}

/** The request as it will be sent, or what is wrong with it. */
export function prepareRequest(
  endpoint: Endpoint,
  url: URL,
  template: RequestTemplate,
  item: RequestItem,
  version: string,
): PreparedRequest | CallProblem {
  const headers: Record<string, string> = {};
  for (const { name, value } of endpoint.headers) if (name.trim() !== '') headers[name.trim()] = value.trim();
  const fields = fieldsOf(template, item, version);
  if ('code' in fields) return fields;
  const { method } = endpoint;
  if (method === 'GET') {
    const address = new URL(url);
    for (const [name, value] of Object.entries(fields.values)) {
      address.searchParams.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
    }
    return { url: address.href, method, headers, body: null, sent: fields.text };
  }
  const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  return {
    url: url.href,
    method,
    headers: isTyped ? headers : { 'Content-Type': 'application/json', ...headers },
    body: fields.text,
    sent: fields.text,
  };
}

interface Fields {
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function fieldsOf(template: RequestTemplate, item: RequestItem, version: string): Fields | CallProblem {
  const versioned =
    template.versionField.trim() === '' || version.trim() === '' ? [] : [[template.versionField, version]];
  if (template.kind === 'json') return jsonFields(template, item, versioned);
  const entries =
    template.kind === 'text'
      ? [[template.textField.trim() || TEXT, item[0]?.value ?? '']]
      : item.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name, jsonValue(value)]);
  if (template.kind === 'text' && String(entries[0][1]).trim() === '') return { code: 'emptyText', values: {} };
  const values = Object.fromEntries([...entries, ...versioned]) as Record<string, unknown>;
  return { text: JSON.stringify(values), values };
}

const HOLE = /"\{\{\s*([^{}"]+?)\s*\}\}"/g;

function jsonFields(template: RequestTemplate, item: RequestItem, versioned: string[][]): Fields | CallProblem {
  let missing: string | null = null;
  const filled = template.json.replace(HOLE, (_, name: string) => {
    const found = item.find((each) => each.name === name) ?? (name === TEXT && item.length === 1 ? item[0] : undefined);
    if (found === undefined) missing ??= name;
    return JSON.stringify(name === TEXT ? (found?.value ?? '') : jsonValue(found?.value ?? ''));
  });
  if (missing !== null) return { code: 'noColumn', values: { name: missing } };
  try {
    const value: unknown = JSON.parse(filled);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) return { text: filled, values: { data: value } };
    const values = {
      ...(value as Record<string, unknown>),
      ...(Object.fromEntries(versioned) as Record<string, unknown>),
    };
    // Numbers of more digits than a double has go out as they were typed.
    return { text: versioned.length === 0 ? filled : JSON.stringify(values), values };
  } catch (error) {
    return { code: 'badJson', values: { detail: jsonFault(error) } };
  }
}
