import type { DeployPredict } from '../io/predict/deployPredict.ts';
import {
  AS_UNDERSTOOD,
  MOST_TARGETS,
  MOST_VERSIONS,
  type PredictBatchSlice,
  type PredictForm,
  type PredictSlice,
  type PredictTarget,
} from './predict.ts';
import { isExample } from './predictHosts.ts';

export const FRESH_FORM: PredictForm = {
  kind: 'text',
  textField: 'text',
  json: '{"text": "{{text}}"}',
  versionField: 'run_id',
  text: 'I love this phone, it is great',
  fields: [],
};

const EXAMPLE_TEXT = { mood: 'I love this phone, it is great', topics: 'Bank shares fall after the vote' };

const target = (id: number, url: string, version: string): PredictTarget => ({
  id,
  name: '',
  url,
  method: 'POST',
  headers: [],
  version,
  mapping: AS_UNDERSTOOD,
});

/** The built-in example: one version of its model, or its labels. */
export const exampleTarget = (id: number, of: 'mood' | 'topics'): PredictTarget =>
  target(id, `example:${of}`, of === 'mood' ? 'v1' : '');

export const exampleForm = (form: PredictForm, of: 'mood' | 'topics'): PredictForm => ({
  ...form,
  kind: 'text',
  textField: 'text',
  versionField: 'run_id',
  text: EXAMPLE_TEXT[of],
});

/** What is remembered of the endpoints: never a header, a text, or what stands behind the question mark of an address. */
interface Remembered {
  readonly targets: readonly Pick<PredictTarget, 'url' | 'method' | 'version'>[];
  readonly textField: string;
  readonly versionField: string;
  readonly versionsUsed: readonly string[];
}

export const withoutQuery = (url: string): string => url.split(/[?#]/)[0];

export function rememberedText({
  targets,
  form,
  versionsUsed,
}: Pick<PredictSlice, 'targets' | 'form' | 'versionsUsed'>) {
  const kept = targets.filter(({ url }) => !isExample(url) && url.trim() !== '' && !url.includes('@'));
  const remembered: Remembered = {
    targets: kept.map(({ url, method, version }) => ({ url: withoutQuery(url), method, version })),
    textField: form.textField,
    versionField: form.versionField,
    versionsUsed,
  };
  return JSON.stringify(remembered);
}

type Start = Pick<PredictSlice, 'targets' | 'form' | 'versionsUsed'>;

/** How Predict begins: with the endpoints of deploy.json, those asked last in this browser, or the built-in example. */
export function startOf(predict: DeployPredict | null, recalled: string | null, hasTopics: boolean): Start {
  const remembered = rememberedIn(recalled);
  if (predict !== null) {
    const versions = predict.endpoints.map(({ version }) => version).filter((version) => version !== '');
    const used = remembered?.versionsUsed ?? [];
    return {
      targets: predict.endpoints.map(({ name, url, method, version }, at) => ({
        ...target(at + 1, url, version),
        name,
        method,
      })),
      form: {
        ...FRESH_FORM,
        textField: predict.textField,
        versionField: predict.versionField,
        text: predict.example || FRESH_FORM.text,
      },
      versionsUsed: [...new Set([...used, ...versions])],
    };
  }
  if (remembered !== null && remembered.targets.length > 0) {
    const { targets, textField, versionField, versionsUsed } = remembered;
    return {
      targets: targets.map(({ url, method, version }, at) => ({ ...target(at + 1, url, version), method })),
      form: { ...FRESH_FORM, textField, versionField },
      versionsUsed,
    };
  }
  const of = hasTopics ? 'topics' : 'mood';
  return { targets: [exampleTarget(1, of)], form: exampleForm(FRESH_FORM, of), versionsUsed: [] };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 2000;

/** What was remembered, as far as it is what this version would have written. */
function rememberedIn(text: string | null): Remembered | null {
  try {
    const found = JSON.parse(text ?? 'null') as Partial<Remembered> | null;
    if (found === null || !Array.isArray(found.targets) || !Array.isArray(found.versionsUsed)) return null;
    const targets = found.targets.filter(
      (each) => isText(each?.url) && isText(each.version) && ['POST', 'PUT', 'GET'].includes(each.method),
    );
    return {
      targets: targets.slice(0, MOST_TARGETS),
      textField: isText(found.textField) ? found.textField : FRESH_FORM.textField,
      versionField: isText(found.versionField) ? found.versionField : FRESH_FORM.versionField,
      versionsUsed: found.versionsUsed.filter(isText).slice(0, MOST_VERSIONS),
    };
  } catch {
    return null;
  }
}

/** Nothing asked, nothing answered. */
export const NOTHING_ASKED = {
  replyThreshold: { threshold: 0.5, rule: '>=' },
  asking: [],
  madeCalls: [],
  refusals: new Map(),
  classPlaces: new Map(),
  batch: null,
} satisfies Partial<PredictSlice & PredictBatchSlice>;
