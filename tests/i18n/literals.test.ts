/** Whatever a person reads stands in src/i18n, in every language: the view has no words, and no marks that part words, of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const VIEW = new URL('../../src/view/', import.meta.url);

/** Letters, and marks that Chinese writes otherwise. */
const WORDS = /\p{L}|[,;:.?!()]/u;
/** A key on the keyboard and two marks beside a finding, which are hidden from who cannot see them; what parts a file and its line. */
const SIGNS = new Set(['?', '!', 'i', ':']);
/** Attributes that are read, on the page or by a screen reader. */
const READ = new Set([
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'alt',
  'placeholder',
  'title',
  'label',
  'hint',
]);

const KINDS_OF_TEXT = [
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
];

/** The texts that an expression itself may come to, those handed to functions left out. */
function textsIn(expression: ts.Node): string[] {
  if (ts.isCallExpression(expression) || ts.isJsxElement(expression) || ts.isJsxSelfClosingElement(expression))
    return [];
  if (ts.isFunctionLike(expression) || ts.isElementAccessExpression(expression)) return [];
  if (ts.isConditionalExpression(expression)) return [expression.whenTrue, expression.whenFalse].flatMap(textsIn);
  if (ts.isBinaryExpression(expression)) {
    const { kind } = expression.operatorToken;
    const isLogical = kind === ts.SyntaxKind.AmpersandAmpersandToken;
    const isJoining = [
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.PlusToken,
    ].includes(kind);
    return isLogical
      ? textsIn(expression.right)
      : isJoining
        ? [expression.left, expression.right].flatMap(textsIn)
        : [];
  }
  if (KINDS_OF_TEXT.includes(expression.kind)) return [(expression as ts.LiteralLikeNode).text];
  const found: string[] = [];
  ts.forEachChild(expression, (child) => void found.push(...textsIn(child)));
  return found;
}

/** The words in a file that are shown, each with its line. */
function shownLiterals(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    if (WORDS.test(text) && !SIGNS.has(text))
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression !== undefined && !ts.isJsxAttribute(node.parent))
      for (const text of textsIn(node.expression)) note(node, text);
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText()) && node.initializer !== undefined)
      for (const text of textsIn(node.initializer)) note(node, text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the view', () => {
  it('shows no word of its own', () => {
    const files = readdirSync(VIEW, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((path) => shownLiterals(path, readFileSync(new URL(path, VIEW), 'utf8')));
    expect(found).toEqual([]);
  });

  it('and would be found out', () => {
    const source = `const a = (n: number, key: string) => <p title="Save it" className="left">
      {n > 1 ? 'Many' : \`\${n} row\`}, {translate('x.y')}: <b aria-hidden="true" key={\`row \${n}\`}>{n === 1 && 'one'}</b>
      {items.map((item) => <i key={item}>and {item}</i>)}
    </p>;`;
    expect(shownLiterals('a.tsx', source)).toEqual([
      'a.tsx:1 Save it',
      'a.tsx:2 Many',
      'a.tsx:2 row',
      'a.tsx:2 ,',
      'a.tsx:2 :',
      'a.tsx:2 one',
      'a.tsx:3 and',
    ]);
  });
});
