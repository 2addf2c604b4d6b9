import { expect, it } from 'vitest';
import { MeaningLine } from '../../../../src/view/panels/Learn/MeaningLine.tsx';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';

const store = () => openedStore([evaluationOf('test', [[1, 0.9]])]);

/** The same file read as one of several classes, or of several labels. */
function readAs(task: object) {
  const opened = store();
  const { opened: file } = opened.getState();
  if (file === null) throw new Error('nothing open');
  const { prepared } = file;
  const interpretation = { ...prepared.interpretation, label: 'animal', positiveLabel: 'cat' };
  opened.setState({
    opened: { ...file, prepared: { ...prepared, interpretation, task: task as typeof prepared.task } },
  });
  return opened;
}

it('says nothing where there is one class against the other', () => {
  expect(show(<MeaningLine />, store()).container.textContent).toBe('');
});

it('says which class or which label all that follows is about', () => {
  const classes = ['cat', 'dog', 'owl'].map((label) => ({ label, column: `p_${label}`, rows: 1 }));
  const ofClasses = show(<MeaningLine />, readAs({ kind: 'multiclass', classes })).container.textContent;
  expect(ofClasses).toContain('animal');
  expect(ofClasses).toContain('cat');
  const labels = ['cat', 'dog'].map((label) => ({ label, column: `p_${label}`, labelColumn: label }));
  const ofLabels = show(<MeaningLine />, readAs({ kind: 'multilabel', labels })).container.textContent;
  expect(ofLabels).toContain('cat');
  expect(ofLabels).not.toBe(ofClasses);
});
