import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DeployProblem, readDeploy } from '../../src/io/deploy.ts';

const whole = {
  format: 'cutpoint.deploy/1',
  title: 'Churn model',
  introduction: 'Whom do we call?',
  files: [{ name: 'March', path: 'data/march.csv' }, { path: ['data/train.csv', 'data/test.csv'] }],
  threshold: 0.4,
  prices: { miss: 12, falseAlarm: 0.5, unit: '€' },
  allowOwnFiles: false,
};

function problemOf(text: string): DeployProblem {
  try {
    readDeploy(text);
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
    });
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
    ['{"format": "cutpoint.deploy/9"}', 'format'],
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
