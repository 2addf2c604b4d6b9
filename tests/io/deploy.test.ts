import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DeployProblem, readDeploy } from '../../src/io/deploy.ts';
import { endpointOrigins, readDeployPredict } from '../../src/io/predict/deployPredict.ts';
import { saidText } from './read/reading.ts';

const PATH = 'it must be a path inside the published folder, such as data/test.csv';
const ADDRESS = 'it must be an http or https address without a name and password';

const whole = {
  format: 'cutpoint.deploy/1',
  title: 'Churn model',
  introduction: 'Whom do we call?',
  files: [{ name: 'March', path: 'data/march.csv' }, { path: ['data/train.csv', 'data/test.csv'] }],
  threshold: 0.4,
  prices: { miss: 12, falseAlarm: 0.5, unit: '€' },
  allowOwnFiles: false,
  language: 'en',
};

function problemOf(text: string): DeployProblem {
  try {
    readDeployPredict(readDeploy(text).predict);
  } catch (error) {
    if (error instanceof DeployProblem) return error;
  }
  throw new Error('no problem was found');
}

describe('deploy.json', () => {
  it('is read whole', () => {
    expect(readDeploy(JSON.stringify(whole))).toEqual({
      title: 'Churn model',
      introduction: 'Whom do we call?',
      files: [
        { name: 'March', paths: ['data/march.csv'] },
        { name: 'data/train.csv, data/test.csv', paths: ['data/train.csv', 'data/test.csv'] },
      ],
      threshold: 0.4,
      prices: { miss: 12, falseAlarm: 0.5, unit: '€' },
      allowOwnFiles: false,
      predict: null,
      language: 'en',
    });
  });

  it('names the servers that a build may ask for predictions', () => {
    const endpoints = [
      { url: 'https://api.example/v1/predict', version: 'v1' },
      { url: 'https://api.example/v2' },
      { url: 'api/predict' },
    ];
    const predict = readDeployPredict(
      readDeploy(JSON.stringify({ predict: { endpoints, versionField: 'run_id' } })).predict,
    );
    expect(predict).toEqual({
      endpoints: [
        { name: '', url: 'https://api.example/v1/predict', method: 'POST', version: 'v1' },
        { name: '', url: 'https://api.example/v2', method: 'POST', version: '' },
        { name: '', url: 'api/predict', method: 'POST', version: '' },
      ],
      textField: 'text',
      versionField: 'run_id',
      example: '',
    });
    expect(endpointOrigins(predict)).toEqual(['https://api.example']);
    expect(endpointOrigins(readDeployPredict(readDeploy('{}').predict))).toEqual([]);
  });

  it('may leave everything out', () => {
    expect(readDeploy('{}')).toMatchObject({ title: null, files: [], allowOwnFiles: true });
  });

  it('reads the one that ships with the page', () => {
    expect(readDeploy(readFileSync('public/deploy.json', 'utf8')).files).toEqual([]);
  });

  it.each([
    ['{"title": 7}', 'title', 'a text is expected here'],
    ['{"titel": "x"}', 'titel', 'no such field is known'],
    ['{"files": {}}', 'files', 'a list is expected here'],
    ['{"files": [{"name": "x"}]}', 'files.0.path', 'it is missing'],
    ['{"files": [{"path": "https://example.org/x.csv"}]}', 'files.0.path', PATH],
    ['{"files": [{"path": "/etc/passwd"}]}', 'files.0.path', PATH],
    ['{"files": [{"path": "data/../../x.csv"}]}', 'files.0.path', PATH],
    ['{"files": [{"path": "javascript:alert(1)"}]}', 'files.0.path', PATH],
    ['{"threshold": "0.5"}', 'threshold', 'a number is expected here'],
    ['{"prices": {"miss": -1, "falseAlarm": 1}}', 'prices.miss', 'it must be 0 or more'],
    ['{"prices": {"miss": 1}}', 'prices.falseAlarm', 'it is missing'],
    ['{"allowOwnFiles": "no"}', 'allowOwnFiles', 'true or false is expected here'],
    ['{"language": "xx"}', 'language', 'one of these is expected here: en, zh'],
    ['{"format": "cutpoint.deploy/9"}', 'format', 'one of these is expected here: cutpoint.deploy/1'],
    ['{"predict": {"endpoints": []}}', 'predict.endpoints', 'it may not be empty'],
    ['{"predict": {"endpoints": [{"url": "ftp://a.example"}]}}', 'predict.endpoints.0.url', ADDRESS],
    ['{"predict": {"endpoints": [{"url": "https://me:key@a.example"}]}}', 'predict.endpoints.0.url', ADDRESS],
    [`{"title": "${'x'.repeat(201)}"}`, 'title', 'it may have 200 characters at most'],
    [`{"files": [${Array(51).fill('{"path": "a"}')}]}`, 'files', 'it may have 50 entries at most'],
    ['{"files": [{"path": 7}]}', 'files.0.path', 'a text or a list of texts is expected here'],
    ['{"prices": 7}', 'prices', 'an object is expected here'],
    [
      '{"predict": {"endpoints": [{"url": "p", "headers": []}]}}',
      'predict.endpoints.0.headers',
      'no such field is known',
    ],
  ])('names the place of what is wrong in %s, and what is', (text, place, fault) => {
    const problem = problemOf(text);
    expect([problem.place, saidText(problem.detail)]).toEqual([place, fault]);
  });

  it.each(['', '{', 'nonsense', '[1,'])('says that %j is no JSON', (text) => {
    expect(problemOf(text).place).toBe('');
    expect(problemOf(text).detail.key).toMatch(/^jsonPart\./);
  });

  it.each(['[]', 'null', '7'])('refuses %s, which is JSON but no object', (text) => {
    expect(() => readDeploy(text)).toThrow(DeployProblem);
  });
});
