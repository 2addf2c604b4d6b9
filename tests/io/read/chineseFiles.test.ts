/** Files as Chinese tools and people write them: opened with the right roles, and without a question. */
import { describe, expect, it } from 'vitest';
import { gb18030Bytes } from './gb18030.ts';
import { openWhole } from './reading.ts';

const ROWS = Array.from({ length: 60 }, (_, row) => ({
  isPositive: row % 3 === 0,
  score: (((row * 17) % 41) / 60 + (row % 3 === 0 ? 0.3 : 0)).toFixed(3),
}));
const fullWidth = (text: string) => text.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

function csv(names: readonly string[], values: readonly [string, string], write = (text: string) => text): string {
  const lines = ROWS.map(({ isPositive, score }) => `${isPositive ? values[1] : values[0]},${write(score)}`);
  return `${names.join()}\n${lines.join('\n')}\n`;
}

async function open(content: string | Uint8Array<ArrayBuffer>) {
  const { summary, prepared } = await openWhole(content);
  const { label, score, positiveLabel } = summary.inferred;
  const [{ positives, negatives }] = prepared.evaluations;
  return { question: summary.question, label, score, positiveLabel, positives, rows: positives + negatives };
}

describe('the roles of columns with Chinese names', () => {
  it.each([
    ['标签', '预测概率', '0', '1'],
    ['真实标签', '得分', '否', '是'],
    ['是否违约', '违约概率', '否', '是'],
    ['实际类别', '预测分数', '负', '正'],
    ['真实值', '预测', '0', '1'],
    ['检验结果', '阳性概率', '阴性', '阳性'],
    ['标签', '概率', '良性', '恶性'],
  ])('%s and %s, %s or %s', async (label, score, negative, positive) => {
    const expected = { question: null, label, score, positiveLabel: positive, positives: 20, rows: 60 };
    expect(await open(csv([label, score], [negative, positive]))).toEqual(expected);
    expect(await open(csv([label, score], [negative, positive], fullWidth))).toEqual(expected);
    expect(await open(gb18030Bytes(csv([label, score], [negative, positive])))).toEqual(expected);
  });

  it('beside an id, a group and the parts of the data', async () => {
    const lines = ROWS.map(
      ({ isPositive, score }, row) =>
        `K${row},${row % 2 === 0 ? '男' : '女'},${isPositive ? 1 : 0},${score},${row % 4 === 0 ? '测试集' : '训练集'}`,
    );
    const { summary } = await openWhole(`客户编号,性别,真实标签,预测概率,数据集\n${lines.join('\n')}\n`);
    expect(summary.question).toBeNull();
    expect(summary.inferred).toMatchObject({
      id: '客户编号',
      label: '真实标签',
      score: '预测概率',
      split: '数据集',
      positiveLabel: '1',
    });
  });
});
