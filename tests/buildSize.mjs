import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';

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

/**
 * The scripts of the build with their sizes compressed, the largest first. `isFirst`: a visitor waits for it, because index.html loads
 * it (module scripts and preloads) or such a script imports it statically.
 */
export function scriptsOfBuild() {
  const initial = new Set();
  const waiting = entriesOf(readFileSync(join(DIST, 'index.html'), 'utf8'));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (initial.has(file)) continue;
    initial.add(file);
    waiting.push(...staticImportsOf(file));
  }
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((path) => extname(path) === '.js')
    .map((path) => relative(DIST, join(DIST, path)).replaceAll('\\', '/'))
    .map((path) => ({
      path,
      kB: gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length / 1000,
      isFirst: initial.has(path),
    }))
    .sort((a, b) => b.kB - a.kB);
}

/** Kilobytes of JavaScript before the first view, compressed. */
export function firstLoad() {
  return scriptsOfBuild().reduce((sum, { kB, isFirst }) => sum + (isFirst ? kB : 0), 0);
}
