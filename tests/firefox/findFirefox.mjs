/** Finds an installed Firefox: `FIREFOX_PATH`, else the usual places; null where there is none. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string | null} */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`FIREFOX_PATH names a file that does not exist: ${named}`);
    return named;
  }
  return usualPaths().find(existsSync) ?? null;
}

/** @returns {string[]} */
function usualPaths() {
  if (process.platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return roots.map((root) => join(root, 'Mozilla Firefox', 'firefox.exe'));
  }
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  return ['firefox', 'firefox-esr'].flatMap((name) => folders.map((folder) => join(folder, name)));
}
