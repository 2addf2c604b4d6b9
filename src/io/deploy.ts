import * as v from 'valibot';
import { LANGUAGES, type Language } from '../i18n/language.ts';
import { type Phrase, type TextKey, translate } from '../i18n/translate.ts';
import { jsonFault } from './jsonFault.ts';

/**
 * What a team's published page says about itself in `deploy.json`: title, introduction, files, where to start, prices, and whether
 * visitors may open files of their own. The published schema is `schema/deploy.json`.
 */
const ownPath = v.pipe(
  v.string(),
  v.regex(/^(?!\/)(?![a-z][a-z0-9+.-]*:)[^\\]+$/i, 'deployPart.ownPath' satisfies TextKey),
  v.check((path) => !path.split('/').includes('..'), 'deployPart.ownPath' satisfies TextKey),
);

const deploySchema = v.strictObject({
  format: v.optional(v.literal('cutpoint.deploy/1')),
  title: v.optional(v.pipe(v.string(), v.maxLength(200))),
  introduction: v.optional(v.pipe(v.string(), v.maxLength(4000))),
  files: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          name: v.optional(v.pipe(v.string(), v.maxLength(200))),
          path: v.union([ownPath, v.pipe(v.array(ownPath), v.minLength(1))]),
        }),
      ),
      v.maxLength(50),
    ),
    [],
  ),
  threshold: v.optional(v.pipe(v.number(), v.finite())),
  prices: v.optional(
    v.strictObject({
      miss: v.pipe(v.number(), v.finite(), v.minValue(0)),
      falseAlarm: v.pipe(v.number(), v.finite(), v.minValue(0)),
      unit: v.optional(v.pipe(v.string(), v.maxLength(12)), ''),
    }),
  ),
  allowOwnFiles: v.optional(v.boolean(), true),
  /** Looked at when Predict is opened, by what comes with it. */
  predict: v.optional(v.unknown()),
  language: v.optional(v.picklist(LANGUAGES)),
});

export interface DeployFile {
  readonly name: string;
  readonly paths: readonly string[];
}

export interface Deploy {
  readonly title: string | null;
  readonly introduction: string | null;
  readonly files: readonly DeployFile[];
  readonly threshold: number | null;
  readonly prices: { readonly miss: number; readonly falseAlarm: number; readonly unit: string } | null;
  readonly allowOwnFiles: boolean;
  /** The prediction API that the page is a front end of, as it stands there. */
  readonly predict: unknown;
  /** What the page starts in, where neither the link nor the visitor says otherwise. */
  readonly language: Language | null;
}

export const NO_DEPLOY: Deploy = {
  title: null,
  introduction: null,
  files: [],
  threshold: null,
  prices: null,
  allowOwnFiles: true,
  predict: null,
  language: null,
};

/** A deploy.json that cannot be used: where in it, and what is wrong there. */
export class DeployProblem extends Error {
  readonly place: string;
  readonly detail: Phrase;

  constructor(place: string, detail: Phrase) {
    super(`${place}: ${translate(detail.key, detail.values)}`);
    this.name = 'DeployProblem';
    this.place = place;
    this.detail = detail;
  }
}

const expected = (key: TextKey): Phrase => ({ key: 'deployPart.expected', values: { expected: { key } } });

const TYPES: Readonly<Record<string, TextKey>> = {
  string: 'jsonType.text',
  number: 'jsonType.number',
  finite: 'jsonType.number',
  boolean: 'jsonType.yesNo',
  array: 'jsonType.list',
  strict_object: 'jsonType.object',
  union: 'jsonType.textOrList',
};

/** What is wrong with a field. The reader of the schema says it in English only, so this goes by the kind of fault. */
export function deployFault(issue: v.BaseIssue<unknown>): Phrase {
  const { type, input, requirement } = issue;
  const limit = Number(requirement);
  if (issue.expected === 'never') return { key: 'deployPart.unknown' };
  if (issue.received === 'undefined') return { key: 'deployPart.missing' };
  switch (type) {
    case 'regex':
    case 'check':
      return { key: issue.message as TextKey };
    case 'picklist':
    case 'literal':
      return { key: 'deployPart.oneOf', values: { choices: issue.expected?.match(/[^"|() ]+/g) ?? [] } };
    case 'max_length':
      return { key: typeof input === 'string' ? 'deployPart.tooLong' : 'deployPart.tooMany', values: { limit } };
    case 'min_length':
      return { key: 'deployPart.empty' };
    case 'min_value':
      return { key: 'deployPart.tooSmall', values: { limit } };
    default:
      return Object.hasOwn(TYPES, type) ? expected(TYPES[type]) : { key: 'deployPart.wrong' };
  }
}

/** Reads the text of a deploy.json. Throws `DeployProblem` naming the first field that is wrong. */
export function readDeploy(text: string): Deploy {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new DeployProblem('', jsonFault(error));
  }
  if (Array.isArray(json)) throw new DeployProblem('', expected('jsonType.object'));
  const result = v.safeParse(deploySchema, json, { abortEarly: true });
  if (!result.success) {
    const issue = result.issues[0];
    throw new DeployProblem(v.getDotPath(issue) ?? '', deployFault(issue));
  }
  const { title, introduction, files, threshold, prices, allowOwnFiles, predict, language } = result.output;
  return {
    title: title ?? null,
    introduction: introduction ?? null,
    files: files.map(({ name, path }) => {
      const paths = typeof path === 'string' ? [path] : path;
      return { name: name ?? paths.join(', '), paths };
    }),
    threshold: threshold ?? null,
    prices: prices ?? null,
    allowOwnFiles,
    predict: predict ?? null,
    language: language ?? null,
  };
}

/** Reads the page's own deploy.json; a page without one is an ordinary page. */
export async function fetchDeploy(signal: AbortSignal): Promise<Deploy> {
  const response = await fetch('deploy.json', { signal, cache: 'no-cache' });
  const text = response.ok ? await response.text() : '';
  // Some hosts answer every unknown address with the page itself.
  return text.trim() === '' || text.trimStart().startsWith('<') ? NO_DEPLOY : readDeploy(text);
}
