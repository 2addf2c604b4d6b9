import { describe, expect, it } from 'vitest';
import { csp } from '../../../src/io/csp.ts';
import { hostsIn } from '../../../src/io/remote/hostsIn.ts';
import { isAllowed, nameOf, remoteAddress } from '../../../src/io/remote/remoteAddress.ts';

const RAW = 'https://raw.githubusercontent.com';
const GIST = '0123456789abcdef0123456789abcdef';

describe('an address on another site', () => {
  it.each([
    ['https://example.org/a.csv?x=1', 'https://example.org/a.csv?x=1', 'example.org'],
    ['HTTPS://Example.ORG/a%20b.csv#top', 'https://example.org/a%20b.csv', 'example.org'],
    ['https://user:secret@example.org:8443/', 'https://example.org:8443/', 'example.org:8443'],
    ['http://example.org', 'http://example.org/', 'example.org'],
  ])('%s is asked as it is', (data, href, host) => {
    expect(remoteAddress(data)).toEqual({ href, host, pageOf: null });
  });

  it.each([
    ['https://github.com/o/r/blob/main/data/a.csv', `${RAW}/o/r/main/data/a.csv`],
    ['https://github.com/o/r/blob/main/data/a.csv?plain=1#L3', `${RAW}/o/r/main/data/a.csv`],
    ['https://github.com/o/r/raw/refs/heads/main/a.csv', `${RAW}/o/r/refs/heads/main/a.csv`],
    [`https://gist.github.com/o/${GIST}`, `https://gist.githubusercontent.com/o/${GIST}/raw`],
  ])('%s leads to a page about the file', (data, href) => {
    expect(remoteAddress(data)).toEqual({ href, host: new URL(href).host, pageOf: data });
  });

  it.each([
    'https://github.com/o/r',
    'https://github.com/o/r/blob/main',
    'https://github.com.example.org/o/r/blob/main/a.csv',
    'http://github.com/o/r/blob/main/a.csv',
    `https://gist.github.com/o/${GIST}/revisions`,
    'https://gist.github.com/discover',
  ])('%s is left alone', (data) => {
    expect(remoteAddress(data)).toMatchObject({ href: data, pageOf: null });
  });

  it.each([
    'data/a.csv',
    'ftp://example.org/a',
    '//example.org/a',
    'javascript:alert(1)',
    'https://',
    'file:///etc/passwd',
  ])('%s is none', (data) => {
    expect(remoteAddress(data)).toBeNull();
  });

  it.each([
    ['https://example.org/a%20b.csv?x', 'a b.csv'],
    ['https://example.org/%E0%A4%A', '%E0%A4%A'],
    ['https://example.org/data/', 'example.org'],
  ])('%s names its file %s', (data, name) => {
    const address = remoteAddress(data);
    expect(address === null ? null : nameOf(address)).toBe(name);
  });
});

describe('what a build may ask', () => {
  const may = (data: string, option: string) => {
    const address = remoteAddress(data);
    return address !== null && isAllowed(address, hostsIn(option));
  };

  it.each([
    ['https://example.org/a', '', false],
    ['https://example.org/a', 'https://example.org', true],
    ['https://example.org/a', '  https://other.org\n https://example.org/ ', true],
    ['http://example.org/a', 'https://example.org', false],
    ['https://example.org:8443/a', 'https://example.org', false],
    ['https://sub.example.org/a', 'https://example.org', false],
    ['https://example.org.evil.net/a', 'https://example.org', false],
    ['https://any.org/a', 'https:', true],
    ['http://any.org/a', 'https:', false],
    ['https://github.com/o/r/blob/main/a.csv', RAW, true],
    ['https://github.com/o/r/blob/main/a.csv', 'https://github.com', false],
  ])('%s with “%s”: %s', (data, option, expected) => {
    expect(may(data, option)).toBe(expected);
  });

  it('is what the policy lets it', () => {
    expect(csp({ connect: hostsIn('https://a.org  https://b.org') }).meta).toContain(
      "connect-src 'self' https://a.org https://b.org;",
    );
    expect(csp({ connect: hostsIn('https:') }).meta).toContain("connect-src 'self' https:;");
    expect(csp({ connect: hostsIn('') }).meta).toContain("connect-src 'self';");
  });
});
