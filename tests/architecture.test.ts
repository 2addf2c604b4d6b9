import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findViolations, type Graph } from './architecture/findViolations.ts';
import { type Import, readImports } from './architecture/readImports.ts';

const SRC = new URL('../src/', import.meta.url);

function readSource(): Graph {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const sources = files.filter((path) => /\.[cm]?[jt]sx?$/.test(path)).sort();
  return new Map(sources.map((path) => [path, readImports(path, readFileSync(new URL(path, SRC), 'utf8'))]));
}

/** A made-up source tree, each file given as its text. */
function graph(files: Record<string, string>): Graph {
  return new Map(Object.entries(files).map(([path, text]) => [path, readImports(path, text)]));
}

describe('the law of rooms', () => {
  const source = readSource();

  it('is read from real files', () => {
    expect(source.size).toBeGreaterThan(0);
    expect([...source.values()].flat().length).toBeGreaterThan(0);
  });

  it('holds in src', () => {
    expect(findViolations(source)).toEqual([]);
  });

  it('imports files that exist, by their whole name', () => {
    const missing = [...source].flatMap(([path, imports]) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => new URL(specifier.replace(/\?.*$/, ''), new URL(path, SRC)))
        .filter((url) => !/\.\w+$/.test(url.pathname) || !existsSync(url))
        .map((url) => `${path} → ${fileURLToPath(url)}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('readImports', () => {
  it('sees every way to name a module', () => {
    const text = `
      import './a.ts';
      import b, { type B } from './b.ts';
      import type { C } from './c.ts';
      export * from './d.ts';
      export type { E } from './e.ts';
      const f = () => import('./f.ts');
      let g: import('./g.ts').G;
      new Worker(new URL('./h.ts', import.meta.url), { type: 'module' });
      new URL('./not-a-module', location.href);
      import.meta.glob('./i/*.ts');
      import(\`./\${b}.ts\`);
    `;
    const seen = readImports('x.ts', text).map(
      ({ specifier, isTypeOnly }: Import) => specifier + (isTypeOnly ? ' type' : ''),
    );
    expect(seen).toEqual([
      './a.ts',
      './b.ts',
      './c.ts type',
      './d.ts',
      './e.ts type',
      './f.ts',
      './g.ts type',
      './h.ts',
      './i/*.ts',
      '(computed)',
    ]);
  });

  it('tells the line', () => {
    expect(readImports('x.ts', "\n\nimport './a.ts';")).toEqual([{ specifier: './a.ts', isTypeOnly: false, line: 3 }]);
  });
});

describe('findViolations', () => {
  it('lets every permitted arrow pass', () => {
    const files = {
      'main.tsx': "import './state/store.ts'; import './io/io.ts'; import './view/App.tsx'; import 'react-dom/client';",
      'core/a.ts': "import './b/c.ts';",
      'core/b/c.ts': '',
      'i18n/en.ts': "import type { A } from '../core/a.ts';",
      'io/io.ts': "import '../core/a.ts'; import '../i18n/en.ts'; import 'papaparse'; import './w.ts?worker&url';",
      'io/w.ts': '',
      'state/store.ts': "import 'zustand/vanilla'; import '../core/a.ts'; import '../io/io.ts';",
      'state/useTuner.ts': "import 'react'; import 'zustand'; import './store.ts';",
      'view/App.tsx': "import './panels/Costs.tsx'; import './App.css'; import 'react';",
      'view/charts/Roc.tsx': "import 'recharts'; import '../../core/a.ts'; import '../../i18n/en.ts';",
      'view/panels/Costs.tsx':
        "import '../charts/Roc.tsx'; import '../../state/useTuner.ts'; import './Costs.css'; import './Costs/row.ts';",
      'view/panels/Costs/row.ts': '',
    };
    expect(findViolations(graph(files))).toEqual([]);
  });

  it.each([
    ['core/a.ts', "import '../io/io.ts';", 'core may not import io'],
    ['core/a.ts', "import type { T } from '../i18n/en.ts';", 'core may not import i18n'],
    ['core/a.ts', "import 'zustand';", 'core may not import this package'],
    ['core/a.ts', "import 'node:fs';", 'core may not import this package'],
    ['i18n/en.ts', "import { a } from '../core/a.ts';", 'i18n may name only types of core'],
    ['i18n/en.ts', "import { type A } from '../core/a.ts';", 'i18n may name only types of core'],
    ['i18n/en.ts', "import '../io/io.ts';", 'i18n may not import io'],
    ['i18n/en.ts', "import 'valibot';", 'i18n may not import this package'],
    ['io/io.ts', "import type { S } from '../state/store.ts';", 'io may not import state'],
    ['io/io.ts', "const v = () => import('../view/App.tsx');", 'io may not import view'],
    ['state/store.ts', "import '../i18n/en.ts';", 'state may not import i18n'],
    ['state/store.ts', "export * from '../view/App.tsx';", 'state may not import view'],
    ['state/store.ts', "import 'react';", 'state may not import this package'],
    ['state/useTuner.ts', "import 'papaparse';", 'state may not import this package'],
    ['view/App.tsx', "import '../io/io.ts';", 'view may not import io'],
    ['view/App.tsx', "new Worker(new URL('../io/w.ts', import.meta.url));", 'view may not import io'],
    ['view/charts/Roc.tsx', "import '../../state/useTuner.ts';", 'a chart takes props'],
    ['view/panels/Costs.tsx', "import './Groups.tsx';", 'a panel never imports another panel'],
    ['view/panels/Costs/row.ts', "import '../Groups.tsx';", 'a panel never imports another panel'],
    ['view/App.tsx', "import '../main.tsx';", 'nothing imports the files that wire'],
    ['view/App.tsx', "import '../../package.json';", 'it lies outside src'],
    ['view/App.tsx', "import '../utils/a.ts';", 'it is in no room'],
    ['utils/a.ts', "import './b.ts';", 'utils is no room'],
    ['view/App.tsx', 'import(name);', 'a name that is computed'],
  ])('refuses %s: %s', (path, text, reason) => {
    const broken = findViolations(graph({ [path]: text }));
    expect(broken).toHaveLength(1);
    expect(broken[0]).toContain(`${path}:1 `);
    expect(broken[0]).toContain(reason);
  });

  it('finds circles, of types too, and of a file with itself', () => {
    const files = {
      'core/a.ts': "import './b.ts';",
      'core/b.ts': "import type { C } from './c.ts';",
      'core/c.ts': "export { a } from './a.ts';",
      'core/d.ts': "import './d.ts'; import './b.ts';",
    };
    expect(findViolations(graph(files))).toEqual([
      'circle: core/a.ts → core/b.ts → core/c.ts → core/a.ts',
      'circle: core/d.ts → core/d.ts',
    ]);
  });
});
