/**
 * The JavaScript a visitor waits for: what index.html loads (module scripts and preloads) and whatever these import
 * statically, compressed. Chunks loaded later and the worker are listed, not limited.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';

const LIMIT_KB = 230;
const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/** @param {string} html */
function entriesOf(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const attribute = (/** @type {string} */ name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const address = attribute('rel') === 'modulepreload' ? attribute('href') : attribute('src');
    return address ? [posix.normalize(address)] : [];
  });
}

/** @param {string} file @returns {string[]} */
function staticImportsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(join(DIST, file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    const target = isImport ? statement.moduleSpecifier : undefined;
    return target && ts.isStringLiteral(target) ? [posix.join(posix.dirname(file), target.text)] : [];
  });
}

const initial = new Set();
const waiting = entriesOf(readFileSync(join(DIST, 'index.html'), 'utf8'));
for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
  if (initial.has(file)) continue;
  initial.add(file);
  waiting.push(...staticImportsOf(file));
}

const scripts = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((path) => extname(path) === '.js')
  .map((path) => relative(DIST, join(DIST, path)).replaceAll('\\', '/'))
  .map((path) => ({ path, kB: gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length / 1000 }))
  .sort((a, b) => b.kB - a.kB);

for (const { path, kB } of scripts) {
  console.log(`${kB.toFixed(1).padStart(8)} kB gzip  ${initial.has(path) ? 'first' : 'later'}  ${path}`);
}
const total = scripts.filter(({ path }) => initial.has(path)).reduce((sum, { kB }) => sum + kB, 0);
console.log(
  `${total.toFixed(1).padStart(8)} kB gzip of JavaScript before the first view; the limit is ${LIMIT_KB} kB.`,
);
if (initial.size === 0 || total === 0 || total > LIMIT_KB) process.exitCode = 1;
