import ts from 'typescript';

export interface Import {
  specifier: string;
  /** Only what vanishes altogether when types are erased: `import type`, `export type … from`, `import('…').T`. */
  isTypeOnly: boolean;
  line: number;
}

/** Every module a source text names: static, dynamic, re-exported, as a type, or by `new URL(…, import.meta.url)`. */
export function readImports(fileName: string, text: string): Import[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];

  const add = (node: ts.Node, target: ts.Node | undefined, isTypeOnly = false) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    // A computed name cannot be checked, so it is kept as a name that no rule allows.
    const specifier = target && ts.isStringLiteralLike(target) ? target.text : '(computed)';
    imports.push({ specifier, isTypeOnly, line });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, true);
    } else if (ts.isCallExpression(node) && isLoader(node.expression)) {
      add(node, node.arguments[0]);
    } else if (ts.isNewExpression(node) && isFileUrl(node)) {
      add(node, node.arguments?.[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

function isLoader(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || /^(require|import\.meta\.glob)$/.test(callee.getText());
}

function isFileUrl({ expression, arguments: args }: ts.NewExpression): boolean {
  return expression.getText() === 'URL' && args?.[1]?.getText() === 'import.meta.url';
}
