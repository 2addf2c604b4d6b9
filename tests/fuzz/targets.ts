import { isDeepStrictEqual } from 'node:util';
import { countSkipped } from '../../src/core/rows/accounting.ts';
import { DeployProblem, readDeploy } from '../../src/io/deploy.ts';
import { readLink, writeLink } from '../../src/io/link.ts';
import { ReadProblem } from '../../src/io/readProblem.ts';
import { readSession, storedSession } from '../../src/io/session.ts';
import { mutate, seedFiles } from '../io/read/mutations.ts';
import { openWhole } from '../io/read/reading.ts';

/** What takes in damaged input, and fails where it breaks a promise. The same seed gives the same input. */
export type Target = (seed: number) => Promise<void> | void;

/** Any file opens or is refused with a problem that has a sentence; every row is accounted for. */
async function readsFile(seed: number): Promise<void> {
  const { bytes } = seedFiles[seed % seedFiles.length];
  try {
    const { prepared, page } = await openWhole(mutate(seed, bytes));
    const { read, kept, skipped } = prepared.accounting;
    check(read === kept + countSkipped(skipped), `${read} read, ${kept} kept`);
    check(page.total === kept, `${page.total} rows shown, ${kept} kept`);
    check(
      page.rows.every(({ score }) => Number.isFinite(score)),
      'a score that is not finite',
    );
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
  }
}

const HASHES = [
  'data=streamlit-demo&t=0.5233633826490391&rule=gte&split=test&view=tune&miss=5&alarm=1&unit=€',
  'file=M%C3%A4rz+2026.csv&rows=30000&t=-Infinity&rule=gt&pos=1&scoreof=0&label=y&model=p&splitby=&weight=w&id=id&future=1',
  't=1e-300&curves=f1,precision,recall&metric=f1&p=0.9&r=0.8&top=0.05&base=0.5&baserule=gt',
];

/** Any address is read without an error, and what was understood is written and read back the same. */
function readsHash(seed: number): void {
  const { link } = readLink(damagedText(seed, HASHES));
  const sent = writeLink(link);
  const again = readLink(sent);
  check(isDeepStrictEqual(again.link, link), `${sent} came back as ${writeLink(again.link)}`);
}

const DEPLOYS = [
  JSON.stringify({
    format: 'cutpoint.deploy/1',
    title: 'Churn, März',
    introduction: 'Whom do we call?',
    files: [{ name: 'March', path: 'data/march.csv' }, { path: ['data/train.csv', 'data/test.csv'] }],
    threshold: 0.4,
    prices: { miss: 12, falseAlarm: 1, unit: '€' },
    allowOwnFiles: false,
  }),
  '{"__proto__": {"title": "x"}, "constructor": {"prototype": {"title": "y"}}, "files": [[[[[[]]]]]]}',
];

/** Any deploy.json is read, or refused with the place that is wrong. */
function readsDeploy(seed: number): void {
  try {
    const { files } = readDeploy(damagedText(seed, DEPLOYS));
    const paths = files.flatMap((file) => file.paths);
    const isInside = (path: string) => !/^\/|^[a-z][a-z0-9+.-]*:|\\/i.test(path) && !path.split('/').includes('..');
    check(paths.every(isInside), `leads out of the folder: ${paths.join(', ')}`);
  } catch (error) {
    if (!(error instanceof DeployProblem)) throw error;
  }
}

const SESSION = JSON.stringify(
  storedSession({
    link: HASHES[1],
    address: HASHES[0],
    decision: {
      thresholds: [['1', 0.5]],
      rule: '>=',
      prices: { miss: 5, falseAlarm: 1, hit: 0, leftAlone: 0, unit: '€' },
    },
    past: [
      {
        thresholds: [['__proto__', 0.25]],
        rule: '>',
        prices: { miss: 5, falseAlarm: 1, hit: -2, leftAlone: 0, unit: '' },
      },
    ],
    future: [],
    matrixShare: 'actual',
  }),
);

/** Any stored state is read, or said to be damaged or of a later version. */
function readsSession(seed: number): void {
  let stored: unknown;
  try {
    stored = JSON.parse(damagedText(seed, [SESSION]));
  } catch {
    return; // storage gives values, never text that is no JSON
  }
  const session = readSession(stored);
  if (typeof session === 'string') return;
  const { miss, falseAlarm } = session.decision.prices;
  check(miss >= 0 && falseAlarm >= 0, `prices of ${miss} and ${falseAlarm}`);
}

function damagedText(seed: number, texts: readonly string[]): string {
  return Buffer.from(mutate(seed, Buffer.from(texts[seed % texts.length]))).toString('utf8');
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** Files, which have the most ways to go wrong, get the most turns. */
const TURNS: readonly (readonly [name: string, target: Target])[] = [
  ...Array.from({ length: 7 }, () => ['file', readsFile] as const),
  ['hash', readsHash],
  ['deploy.json', readsDeploy],
  ['stored session', readsSession],
];

/** Whose turn it is at a seed. */
export function targetAt(seed: number): { readonly name: string; readonly target: Target } {
  const [name, target] = TURNS[seed % TURNS.length];
  return { name, target };
}
