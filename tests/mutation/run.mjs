/**
 * Tries the tests: changes the code in one place at a time and looks whether a test notices (mutation testing, by Stryker). Folder by
 * folder, each with the tests of its own room, because that is many times faster than all tests for all folders; what one folder's
 * tests let through is counted as let through even where another folder's would have noticed.
 *
 * `npm run test:mutation`, or `npm run test:mutation -- core/choose io/read/sniff.ts` for some folders or files. What nobody noticed
 * is listed; SURVIVORS.md says why it may stay. On a machine that is busy with other things, CONCURRENCY=1 and TIMEOUT_MS=15000 keep
 * a change that only waited from counting as noticed.
 */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** The share of changes, in percent, that must be noticed. */
const LEVELS = { core: 95, 'io/read': 85 };

const ALL_FOLDERS = [
  ...readdirSync(`${SRC}core`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `core/${name}`),
  'io/read',
];

/** @typedef {import('@stryker-mutator/api/core').MutantResult} Mutant */

/** @param {string} place a folder or a file of src @returns {Promise<Mutant[]>} */
async function mutantsOf(place) {
  const isFile = place.endsWith('.ts');
  process.env.MUTATED_FOLDER = isFile ? dirname(place) : place;
  const stryker = new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner', './tests/mutation/ignoreThrown.mjs'],
    ignorers: ['thrown'],
    mutate: [isFile ? `src/${place}` : `src/${place}/**/*.ts`],
    ignorePatterns: ['dist', 'public', 'coverage'],
    concurrency: Number(process.env.CONCURRENCY) || 2,
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    // A change that never ends is the slowest to try.
    timeoutMS: Number(process.env.TIMEOUT_MS) || 4000,
    dryRunTimeoutMinutes: 30,
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
    tempDirName: 'node_modules/.cache/mutation',
  });
  return stryker.runMutationTest();
}

/** @param {Mutant[]} mutants */
function summaryOf(mutants) {
  const count = (/** @type {string[]} */ ...statuses) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const all = noticed + count('Survived', 'NoCoverage');
  return { noticed, all, percent: all === 0 ? 100 : (100 * noticed) / all };
}

/** @param {string} name @param {{ noticed: number, all: number, percent: number }} summary */
const lineOf = (name, { noticed, all, percent }) => `${name}: ${percent.toFixed(1)} % (${noticed} of ${all})`;

const wanted = process.argv.slice(2);
const folders = wanted.length > 0 ? wanted : ALL_FOLDERS;
/** @type {Map<string, Mutant[]>} */
const found = new Map();
for (const folder of folders) {
  const mutants = await mutantsOf(folder);
  found.set(folder, mutants);
  for (const { status, fileName, location, mutatorName, replacement } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const place = `${fileName.replace(SRC, '')}:${location.start.line}:${location.start.column}`;
    console.log(`${status}  ${place}  ${mutatorName} → ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 100)}`);
  }
  console.log(lineOf(folder, summaryOf(mutants)));
}

console.log();
for (const [folder, mutants] of found) console.log(lineOf(folder, summaryOf(mutants)));
for (const [room, level] of Object.entries(LEVELS)) {
  const mutants = [...found].flatMap(([folder, list]) => (folder.startsWith(room) ? list : []));
  if (mutants.length === 0) continue;
  const summary = summaryOf(mutants);
  console.log(`${lineOf(room, summary)}, wanted ${level} %`);
  if (summary.percent < level) process.exitCode = 1;
}
