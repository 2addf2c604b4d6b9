/**
 * Finds a Chromium for every browser test and for the screenshots, in this order:
 *
 * 1. the path in `CHROME_PATH` or `CHROME_BIN`;
 * 2. the browser Playwright has installed on this machine;
 * 3. an installed Chrome, Edge or Chromium;
 * 4. on 64-bit Linux, one from the npm registry, kept in `node_modules/.cache` (`TEST_BROWSER=npm` goes straight here);
 * 5. Playwright's own download.
 *
 * Without any of them it throws. `ALLOW_NO_BROWSER=1 npm test` then leaves the browser tests out and says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { unpackChromium } from './unpackChromium.mjs';

/**
 * @typedef {object} FoundBrowser
 * @property {string} executablePath
 * @property {Record<string, string>} env what the browser needs in its environment besides ours
 * @property {boolean} canSandbox false for a browser that was unpacked without the rights the sandbox needs
 */

/** @returns {Promise<FoundBrowser>} */
export async function findBrowser() {
  const named = process.env.CHROME_PATH || process.env.CHROME_BIN;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH or CHROME_BIN names a file that does not exist: ${named}`);
    return installed(named);
  }

  const wantsRegistry = process.env.TEST_BROWSER === 'npm';
  if (!wantsRegistry) {
    const found = [chromium.executablePath(), ...systemPaths()].find(starts);
    if (found) return installed(found);
  }

  const failures = [];
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await unpackChromium();
    } catch (error) {
      failures.push(`The npm registry's copy could not be used: ${message(error)}`);
    }
  }
  if (!wantsRegistry) {
    try {
      return installed(downloadWithPlaywright());
    } catch (error) {
      failures.push(`Playwright's download failed: ${message(error)}`);
    }
  }
  throw new Error(
    [
      'No Chromium, Chrome or Edge was found for the browser tests.',
      'Install one, or give its path in CHROME_PATH, or leave these tests out with ALLOW_NO_BROWSER=1.',
      ...failures,
    ].join('\n'),
  );
}

/** @param {string} executablePath @returns {FoundBrowser} */
function installed(executablePath) {
  return { executablePath, env: {}, canSandbox: true };
}

/**
 * Some distributions install a stub that only says which package to install, so a file is not yet a browser.
 * @param {string} path
 */
function starts(path) {
  if (!path || !existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering; there are no stubs there.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** @returns {string[]} */
function systemPaths() {
  if (process.platform === 'darwin') {
    const bundles = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Chromium.app/Contents/MacOS/Chromium',
    ];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => bundles.map((b) => join(folder, b)));
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  const names = ['google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  return [
    ...[...names, 'chromium', 'chromium-browser'].flatMap((name) => folders.map((folder) => join(folder, name))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ];
}

function downloadWithPlaywright() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
  });
  const path = chromium.executablePath();
  if (status !== 0 || !existsSync(path)) throw new Error(`playwright install ended with ${status}`);
  return path;
}

/** @param {unknown} error */
function message(error) {
  return error instanceof Error ? error.message : String(error);
}
