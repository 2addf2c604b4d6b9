import { describe, expect, it } from 'vitest';
import { checkAddress, headerProblem } from '../../../src/io/predict/endpoint.ts';
import { prepareRequest, type RequestTemplate } from '../../../src/io/predict/request.ts';

const HTTP = 'http://localhost:4173/';
const HTTPS = 'https://cutpoint.example/team/';
const LOCAL = ['http://127.0.0.1:*', 'http://localhost:*'];

const checked = (address: string, page = HTTP, hosts: readonly string[] = LOCAL) => {
  const found = checkAddress(address, page, hosts);
  return found instanceof URL ? found.href : found.code;
};

describe('an address', () => {
  it.each([
    ['http://127.0.0.1:5000/predict', HTTP, LOCAL, 'http://127.0.0.1:5000/predict'],
    ['http://localhost/predict', HTTP, LOCAL, 'http://localhost/predict'],
    ['api/predict', HTTPS, [], 'https://cutpoint.example/team/api/predict'],
    ['https://api.example/p', HTTPS, ['https://api.example'], 'https://api.example/p'],
    ['http://127.0.0.1:5000/p', HTTPS, LOCAL, 'http://127.0.0.1:5000/p'],
    ['example:topics', HTTPS, [], 'example:topics'],
    ['http://api.example/p', HTTPS, ['http://api.example'], 'mixedContent'],
    ['https://api.example:444/p', HTTPS, ['https://api.example'], 'notAllowed'],
    ['https://127.0.0.1:5000/p', HTTP, LOCAL, 'notAllowed'],
    ['http://127.0.0.1.evil.example/p', HTTP, LOCAL, 'notAllowed'],
    ['https://api.example/p', HTTPS, [], 'noHostAllowed'],
    ['https://user:secret@api.example/p', HTTPS, ['https://api.example'], 'nameInAddress'],
    ['localhost:5000/predict', HTTP, LOCAL, 'badAddress'],
    ['api.example/p', HTTP, LOCAL, 'badAddress'],
    ['javascript:alert(1)', HTTP, LOCAL, 'badAddress'],
    ['file:///etc/passwd', HTTP, LOCAL, 'badAddress'],
    ['  ', HTTP, LOCAL, 'noAddress'],
  ])('%s from %s', (address, page, hosts, expected) => {
    expect(checked(address, page, hosts)).toBe(expected);
  });
});

describe('headers', () => {
  it('are named where a browser keeps them or nobody could send them', () => {
    expect(
      headerProblem([
        { name: 'Authorization', value: 'Bearer x' },
        { name: '', value: 'left empty' },
      ]),
    ).toBeNull();
    expect(headerProblem([{ name: 'Cookie', value: 'a=b' }])?.code).toBe('keptHeader');
    expect(headerProblem([{ name: 'X Y', value: '1' }])?.code).toBe('badHeader');
    expect(headerProblem([{ name: 'X-A', value: 'a\nb' }])?.code).toBe('badHeader');
  });
});

const ENDPOINT = { url: 'http://localhost:5000/predict', method: 'POST', headers: [] } as const;
const URL_ = new URL(ENDPOINT.url);
const TEXT: RequestTemplate = { kind: 'text', textField: 'text', json: '', versionField: 'run_id' };

const sent = (
  template: Partial<RequestTemplate>,
  item: readonly [string, string][],
  version = '',
  method: 'POST' | 'GET' = 'POST',
) => {
  const values = item.map(([name, value]) => ({ name, value }));
  const found = prepareRequest({ ...ENDPOINT, method }, URL_, { ...TEXT, ...template }, values, version);
  return 'code' in found ? found.code : (found.body ?? found.url);
};

describe('a request', () => {
  it('of one text', () => {
    expect(sent({}, [['text', 'He said "no"\n']])).toBe('{"text":"He said \\"no\\"\\n"}');
    expect(sent({ textField: 'q' }, [['text', '5']], 'v2')).toBe('{"q":"5","run_id":"v2"}');
    expect(sent({}, [['text', '  ']])).toBe('emptyText');
    expect(sent({}, [['text', 'a&b']], 'v2', 'GET')).toBe('http://localhost:5000/predict?text=a%26b&run_id=v2');
  });

  it('of several fields keeps numbers numbers', () => {
    const fields: [string, string][] = [
      ['age', '41'],
      ['zip', '"04109"'],
      ['code', '007'],
      ['sex', 'f'],
      ['share', '0.5'],
      ['none', ''],
    ];
    expect(sent({ kind: 'fields' }, fields)).toBe(
      '{"age":41,"zip":"04109","code":"007","sex":"f","share":0.5,"none":""}',
    );
    expect(sent({ kind: 'fields', versionField: '' }, [['a', '1']], 'v2')).toBe('{"a":1}');
  });

  it('of JSON fills what stands in braces, and nothing else', () => {
    const json = '{"inputs": ["{{text}}"], "age": "{{ age }}", "keep": 1.50}';
    expect(
      sent({ kind: 'json', json }, [
        ['text', '"; x'],
        ['age', '41'],
      ]),
    ).toBe('{"inputs": ["\\"; x"], "age": 41, "keep": 1.50}');
    expect(sent({ kind: 'json', json }, [['text', 'a']])).toBe('noColumn');
    expect(sent({ kind: 'json', json: '{"a": }' }, [])).toBe('badJson');
    expect(sent({ kind: 'json', json: '[1, 2]' }, [], 'v2')).toBe('[1, 2]');
    expect(sent({ kind: 'json', json: '{"a": 1}' }, [], 'v2')).toBe('{"a":1,"run_id":"v2"}');
  });

  it('sends JSON unless told otherwise', () => {
    const own = {
      ...ENDPOINT,
      headers: [
        { name: 'content-type', value: 'text/plain' },
        { name: 'X-Key', value: ' k ' },
      ],
    };
    const item = [{ name: 'text', value: 'a' }];
    expect(prepareRequest(own, URL_, TEXT, item, '')).toMatchObject({
      headers: { 'content-type': 'text/plain', 'X-Key': 'k' },
    });
    expect(prepareRequest(ENDPOINT, URL_, TEXT, item, '')).toMatchObject({
      headers: { 'Content-Type': 'application/json' },
    });
  });
});
