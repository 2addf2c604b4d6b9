/**
 * Everything that must hold, in one command. Each step streams its own output; a failed step does not hide the later
 * ones. The last line sums up: every vitest test counts, and every other step counts once. A skipped test is a failed one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser/findBrowser.mjs';
import { findFirefox } from './firefox/findFirefox.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const TOOL = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  tsx: 'node_modules/tsx/dist/cli.mjs',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

// Some of the tools colour even what goes into a file.
const { FORCE_COLOR: _, ...plain } = process.env;
const ENV = process.stdout.isTTY ? process.env : { ...plain, NO_COLOR: '1' };

const total = { passed: 0, failed: 0 };

/** @param {string} title @param {number} passed @param {number} failed */
function count(title, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed > 0 ? '✗' : '✓'} ${title}`);
}

/**
 * @param {string[]} command a script for Node, with its arguments
 * @returns {Promise<boolean>} whether it ended well
 */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: 'inherit', env: ENV });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}

/** @param {string} title @param {string[]} command */
async function step(title, command) {
  console.log(`\n— ${title}`);
  const isFine = await run(command);
  count(title, isFine ? 1 : 0, isFine ? 0 : 1);
  return isFine;
}

/** @param {string} title @param {string[]} projects */
async function tests(title, projects) {
  console.log(`\n— ${title}`);
  const file = join(ROOT, 'node_modules', '.cache', 'tests', `${projects.join('-')}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const isFine = await run([
    TOOL.vitest,
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);

  const { passed, failed } = existsSync(file) ? countTests(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
  // An error outside of any test, a crash, or no test at all shows in the exit code or in the count only.
  const isUnexplained = failed === 0 && (!isFine || passed === 0);
  count(title, passed, isUnexplained ? 1 : failed);
}

/** @param {string} report what vitest's json reporter wrote */
function countTests(report) {
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const { testResults } = JSON.parse(report);
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of testResults) {
    const passedHere = assertionResults.filter((test) => test.status === 'passed').length;
    const failedHere = assertionResults.length - passedHere;
    passed += passedHere;
    // A file that does not load, or whose hooks fail, has no failed test to show for it.
    failed += status === 'failed' && failedHere === 0 ? 1 : failedHere;
  }
  return { passed, failed };
}

/** @param {boolean} isBuilt */
async function browserTests(isBuilt) {
  const title = 'Browser tests';
  if (!isBuilt) {
    console.log(`\n— ${title}\nThey need the production build, which failed.`);
    count(title, 0, 1);
    return;
  }
  try {
    const { executablePath } = await findBrowser();
    console.log(`\nBrowser: ${executablePath}`);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    if (process.env.ALLOW_NO_BROWSER === '1') console.log('ALLOW_NO_BROWSER=1: the browser tests were left out.');
    else count(title, 0, 1);
    return;
  }
  await tests(title, ['browser']);
}

/** @param {boolean} isBuilt */
async function firefoxTests(isBuilt) {
  if (!isBuilt) return;
  if (findFirefox() === null) {
    console.log(
      '\n— Firefox\nThere is no Firefox on this machine, so its tests were left out. FIREFOX_PATH names one.',
    );
    return;
  }
  await tests('Tests in Firefox', ['firefox']);
}

await step('Format and lint', [
  TOOL.biome,
  'ci',
  '--error-on-warnings',
  ...(process.stdout.isTTY ? [] : ['--colors=off']),
  '.',
]);
await step('Types', [TOOL.tsc, '-p', 'tsconfig.json']);
await step('Types of core, without DOM or Node', [TOOL.tsc, '-p', 'src/core/tsconfig.json']);
await tests('Unit and component tests', ['unit', 'component']);
await step('Damaged input, 20,000 cases', [TOOL.tsx, 'tests/fuzz/run.ts', '20000']);
const isBuilt = await step('Production build', [TOOL.vite, 'build']);
if (isBuilt) await step('Size of the first view', ['tests/size.mjs']);
else count('Size of the first view', 0, 1);
await browserTests(isBuilt);
await firefoxTests(isBuilt);

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
