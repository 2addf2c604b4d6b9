/** Every text is shown somewhere: its key is written in the code, or is one of those that a pattern with typed holes comes to. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { allEnglish } from './allEnglish.ts';

const KEYS = Object.keys(allEnglish);

const TREE = fileURLToPath(new URL('../../', import.meta.url));
const SRC = `${TREE}src/`;

function program(): ts.Program {
  const { config } = ts.readConfigFile(`${TREE}tsconfig.json`, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, TREE);
  return ts.createProgram(
    fileNames.filter((path) => path.startsWith(SRC)),
    options,
  );
}

interface Mentions {
  readonly names: ReadonlySet<string>;
  /** Of keys that are made of a text of the file or of the model, and declared to be keys by `as`. */
  readonly patterns: readonly RegExp[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the code names, the tables of texts left out. */
function mentionsIn(source: ts.Program): Mentions {
  const checker = source.getTypeChecker();
  const names = new Set<string>();
  const patterns: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) names.add(node.text);
    // Asking for a type takes long, so only of what may be a key.
    if (ts.isTemplateExpression(node) && /^`[\w.]*\$\{/.test(node.getText()) && !/\s`$/.test(node.getText())) {
      const type = checker.getTypeAtLocation(node);
      const types = type.isUnion() ? type.types : [type];
      for (const each of types) if (each.isStringLiteral()) names.add(each.value);
      if (ts.isAsExpression(node.parent) && !types.every((each) => each.isStringLiteral())) {
        const texts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
        patterns.push(new RegExp(`^${texts.map(escaped).join('.+')}$`));
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of source.getSourceFiles())
    if (file.fileName.startsWith(SRC) && !/\/i18n\/(en|zh)\//.test(file.fileName)) visit(file);
  return { names, patterns };
}

it('no text is kept that nothing shows', () => {
  const { names, patterns } = mentionsIn(program());
  const unused = KEYS.filter((key) => !names.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(names.size).toBeGreaterThan(KEYS.length / 2);
  expect(unused).toEqual([]);
}, 120_000);
