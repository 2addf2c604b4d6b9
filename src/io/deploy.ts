import * as v from 'valibot';
import { LANGUAGES, type Language } from '../i18n/language.ts';

/**
 * What a team's published page says about itself in `deploy.json`: title, introduction, files, where to start, prices, and whether
 * visitors may open files of their own. The published schema is `schema/deploy.json`.
 */
const ownPath = v.pipe(
  v.string(),
  v.regex(/^(?!\/)(?![a-z][a-z0-9+.-]*:)[^\\]+$/i, 'must be a path inside the published folder, such as data/test.csv'),
  v.check((path) => !path.split('/').includes('..'), 'must not lead out of the published folder'),
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
  readonly detail: string;

  constructor(place: string, detail: string) {
    super(`${place}: ${detail}`);
    this.name = 'DeployProblem';
    this.place = place;
    this.detail = detail;
  }
}

/** Reads the text of a deploy.json. Throws `DeployProblem` naming the first field that is wrong. */
export function readDeploy(text: string): Deploy {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new DeployProblem('', error instanceof Error ? error.message : String(error));
  }
  if (Array.isArray(json)) throw new DeployProblem('', 'an object was expected, a list was found');
  const result = v.safeParse(deploySchema, json, { abortEarly: true });
  if (!result.success) {
    const issue = result.issues[0];
    throw new DeployProblem(v.getDotPath(issue) ?? '', issue.message);
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
