import { chromium } from 'playwright-core';
import { findBrowser } from './findBrowser.mjs';

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchBrowser() {
  const { executablePath, env, canSandbox } = await findBrowser();
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    env: { .../** @type {Record<string, string>} */ (process.env), ...env },
    chromiumSandbox: canSandbox && !isRoot && !process.env.CI,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Requests to other hosts are recorded as faults, and must not leave the machine while we look.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}
