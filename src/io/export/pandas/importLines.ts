const MODULES = ['ast', 'gzip', 'json', 're'];

/** The imports of code that reads files. */
export function importLines(code: string): string {
  const bare = code.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const used = MODULES.filter((name) => new RegExp(`(?<![\\w.])${name}\\.`).test(bare));
  const softmax = bare.includes('= softmax(') ? 'from scipy.special import softmax\n' : '';
  return `${used.map((name) => `import ${name}\n`).join('')}import numpy as np\nimport pandas as pd\n${softmax}`;
}
