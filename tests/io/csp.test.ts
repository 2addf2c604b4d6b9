import { describe, expect, it } from 'vitest';
import { csp } from '../../src/io/csp.ts';

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name, ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

describe('csp', () => {
  it('denies by default and allows only what the page is made of', () => {
    expect(Object.fromEntries(directives(csp().meta))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('holds no unsafe source', () => {
    expect(csp({ connect: ['https://models.example.org'] }).headersFile).not.toMatch(/unsafe|\*\.|https:(\s|;)/);
  });

  it('sends the same policy in the header, with frame-ancestors that a meta tag cannot carry', () => {
    const { meta, headers } = csp();
    expect(meta).not.toContain('frame-ancestors');
    expect(headers['Content-Security-Policy']).toBe(`${meta}; frame-ancestors 'none'`);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Referrer-Policy']).toBe('no-referrer');
    expect(headers['Permissions-Policy']).toContain('camera=()');
  });

  it('writes one _headers rule for every path, with every header', () => {
    const { headers, headersFile } = csp();
    const [everywhere, serviceWorker] = headersFile.trimEnd().split('\n\n');
    const [rule, ...lines] = everywhere.split('\n');
    expect(rule).toBe('/*');
    expect(serviceWorker).toBe('/sw.js\n  Cache-Control: no-cache');
    expect(lines).toEqual(Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`));
  });

  it('widens connect-src alone', () => {
    const narrow = directives(csp().meta);
    const wide = directives(
      csp({ connect: ['https://a.example', 'http://localhost:8000', 'http://127.0.0.1:*'] }).meta,
    );
    expect(wide.get('connect-src')).toBe("'self' https://a.example http://localhost:8000 http://127.0.0.1:*");
    wide.set('connect-src', "'self'");
    expect(wide).toEqual(narrow);
  });

  it.each([
    '',
    '*',
    'http:',
    'a.example',
    'http://*',
    'http://a.example:*/p',
    'https://*.example',
    "https://a.example; script-src 'unsafe-inline'",
    'https://a.example\n/*',
  ])('refuses %j as an origin', (source) => {
    expect(() => csp({ connect: [source] })).toThrow(RangeError);
  });
});
