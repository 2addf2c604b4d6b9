/** What is loaded before the first view asks for no text that comes later; the build would show an empty place there. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { enLater } from '../../src/i18n/enLater.ts';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const LATER = Object.keys(enLater);

interface Read {
  readonly imports: readonly string[];
  readonly keys: readonly string[];
}

/** What a file imports whenever it is loaded, and the later texts that it names, as a whole or by how they begin. */
function read(path: string): Read {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier;
      const isType = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly;
      if (from && !isType && ts.isStringLiteral(from) && /^\..*\.tsx?$/.test(from.text))
        imports.push(join(dirname(path), from.text));
    } else if (ts.isStringLiteralLike(node)) {
      if (LATER.includes(node.text)) keys.push(node.text);
    } else if (ts.isTemplateExpression(node) && /^\w+\./.test(node.head.text)) {
      keys.push(...LATER.filter((key) => key.startsWith(node.head.text)));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, keys };
}

it('asks for no text that comes later', () => {
  const seen = new Map<string, Read>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    const file = read(path);
    seen.set(path, file);
    file.imports.forEach(visit);
  };
  visit(join(SRC, 'main.tsx'));
  // Texts are used where there are words: keys of the state may look like them.
  const asked = [...seen].flatMap(([path, { keys }]) => {
    const name = path.slice(SRC.length);
    return name.startsWith('state/') ? [] : [...new Set(keys)].map((key) => `${name}: ${key}`);
  });
  expect(seen.size).toBeGreaterThan(200);
  expect(asked).toEqual([]);
});
