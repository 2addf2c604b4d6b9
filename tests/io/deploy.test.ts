import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DeployProblem, readDeploy } from '../../src/io/deploy.ts';
import { endpointOrigins, readDeployPredict } from '../../src/io/predict/deployPredict.ts';

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
    ['{"title": 7}', 'title'],
    ['{"titel": "x"}', 'titel'],
    ['{"files": {}}', 'files'],
    ['{"files": [{"name": "x"}]}', 'files.0.path'],
    ['{"files": [{"path": "https://example.org/x.csv"}]}', 'files.0.path'],
    ['{"files": [{"path": "/etc/passwd"}]}', 'files.0.path'],
    ['{"files": [{"path": "data/../../x.csv"}]}', 'files.0.path'],
    ['{"files": [{"path": "javascript:alert(1)"}]}', 'files.0.path'],
    ['{"threshold": "0.5"}', 'threshold'],
    ['{"prices": {"miss": -1, "falseAlarm": 1}}', 'prices.miss'],
    ['{"prices": {"miss": 1}}', 'prices.falseAlarm'],
    ['{"allowOwnFiles": "no"}', 'allowOwnFiles'],
    ['{"language": "xx"}', 'language'],
    ['{"format": "cutpoint.deploy/9"}', 'format'],
    ['{"predict": {"endpoints": []}}', 'predict.endpoints'],
    ['{"predict": {"endpoints": [{"url": "ftp://a.example"}]}}', 'predict.endpoints.0.url'],
    ['{"predict": {"endpoints": [{"url": "https://me:key@a.example"}]}}', 'predict.endpoints.0.url'],
    ['{"predict": {"endpoints": [{"url": "p", "headers": []}]}}', 'predict.endpoints.0.headers'],
  ])('names the place of what is wrong in %s', (text, place) => {
    expect(problemOf(text).place).toBe(place);
    expect(problemOf(text).detail).not.toBe('');
  });

  it.each(['', '{', 'nonsense', '[1,'])('says that %j is no JSON', (text) => {
    expect(problemOf(text).place).toBe('');
  });

  it.each(['[]', 'null', '7'])('refuses %s, which is JSON but no object', (text) => {
    expect(() => readDeploy(text)).toThrow(DeployProblem);
  });
});
