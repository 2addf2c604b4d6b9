import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { OpenDataset } from '../../../../src/io/io.ts';
import type { RowPage, RowQuery } from '../../../../src/state/rows.ts';
import type { Opened } from '../../../../src/state/tunerState.ts';
import { RowsPanel } from '../../../../src/view/panels/Rows/RowsPanel.tsx';
import { MOST_PIXELS, ROW_HEIGHT } from '../../../../src/view/rowsTable/scrolledRows.ts';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';

const ROWS = [[1, 0.9] as const, [0, 0.2] as const];
const datasetOf = (...names: readonly string[]) =>
  ({
    summary: { files: [{ format: 'text', json: null }], columns: names.map((name) => ({ name })) },
  }) as unknown as OpenDataset;
const pageOf = (...cells: readonly string[]): RowPage => ({
  total: 1,
  rows: [{ row: 0, file: 0, line: 2, score: 0.9, isFlagged: true, outcome: 'tp', cells }] as unknown as RowPage['rows'],
});

it('shows a second file without a trace of the first', async () => {
  const store = openedStore([evaluationOf('train', ROWS), evaluationOf('test', ROWS)]);
  const { opened } = store.getState() as { opened: Opened };
  const fetchRows = vi.fn(async (_: RowQuery): Promise<RowPage | null> => pageOf('test', '1', '0.9'));
  store.setState({ fetchRows, opened: { ...opened, dataset: datasetOf('split', 'y', 'p') } });
  show(<RowsPanel />, store);
  await act(async () => {});
  fireEvent.change(screen.getByRole('combobox', { name: 'Rows of' }), { target: { value: 'train' } });
  await act(async () => {});
  expect(fetchRows.mock.lastCall?.[0].split).toBe('train');
  expect(screen.getAllByRole('cell')).toHaveLength(6);

  let answer = (_: RowPage) => {};
  fetchRows.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  act(() =>
    store.setState({
      opened: {
        ...opened,
        dataset: datasetOf('label'),
        prepared: { ...opened.prepared, evaluations: [evaluationOf('all', ROWS)] },
      },
    }),
  );
  expect(screen.queryAllByRole('cell')).toHaveLength(0);
  expect(fetchRows.mock.lastCall?.[0].split).toBeNull();
  await act(async () => answer(pageOf('yes')));
  expect(screen.getAllByRole('cell').at(-1)?.textContent).toBe('yes');
});

it('forgets a split that another reading of the file does not have', async () => {
  const store = openedStore([evaluationOf('train', ROWS), evaluationOf('test', ROWS)]);
  const { opened } = store.getState() as { opened: Opened };
  const fetchRows = vi.fn(async (_: RowQuery): Promise<RowPage | null> => pageOf('test', '1', '0.9'));
  const dataset = datasetOf('split', 'y', 'p');
  store.setState({ fetchRows, opened: { ...opened, dataset } });
  show(<RowsPanel />, store);
  await act(async () => {});
  fireEvent.change(screen.getByRole('combobox', { name: 'Rows of' }), { target: { value: 'train' } });
  const evaluations = [evaluationOf('all', ROWS)];
  act(() => store.setState({ opened: { ...opened, dataset, prepared: { ...opened.prepared, evaluations } } }));
  await act(async () => {});
  expect(fetchRows.mock.lastCall?.[0].split).toBeNull();
});

it('reaches the last of more rows than a browser can draw below each other', async () => {
  const total = 3_000_000;
  const store = openedStore([evaluationOf('all', ROWS)]);
  const { opened } = store.getState() as { opened: Opened };
  const fetchRows = vi.fn(async ({ offset, limit }: RowQuery): Promise<RowPage | null> => {
    const [row] = pageOf('1', '0.9').rows;
    const count = Math.min(limit, total - offset);
    return {
      total,
      rows: Array.from({ length: count }, (_, at) => ({ ...row, row: offset + at, line: offset + at + 2 })),
    };
  });
  store.setState({ fetchRows, opened: { ...opened, dataset: datasetOf('y', 'p') } });
  const { container } = show(<RowsPanel />, store);
  await act(async () => {});
  const height = () =>
    [...container.querySelectorAll<HTMLElement>('tbody tr')].reduce(
      (sum, { ariaHidden, style }) => sum + (ariaHidden ? 0 : Number.parseFloat(style.height) || ROW_HEIGHT),
      0,
    );
  expect(height()).toBe(MOST_PIXELS);
  const scroller = screen.getByRole('table').closest('section') ?? expect.fail();
  Object.defineProperty(scroller, 'clientHeight', { value: 520 });
  await act(async () => void fireEvent.scroll(scroller, { target: { scrollTop: MOST_PIXELS - 520 } }));
  expect([...container.querySelectorAll('tr[aria-rowindex]')].at(-1)?.ariaRowIndex).toBe(String(total + 1));
  expect(height()).toBeCloseTo(MOST_PIXELS, 0);
});

it('shows the first hundred columns of very many, and those in use', async () => {
  const store = openedStore([evaluationOf('all', ROWS)]);
  const { opened } = store.getState() as { opened: Opened };
  const names = Array.from({ length: 40_000 }, (_, at) => `h${at}`);
  const fetchRows = vi.fn(async ({ columns }: RowQuery) => pageOf(...(columns ?? []).map((place) => `cell ${place}`)));
  const interpretation = { ...opened.prepared.interpretation, label: 'h39998', score: 'h7', split: null };
  const prepared = { ...opened.prepared, interpretation };
  store.setState({ fetchRows, opened: { ...opened, dataset: datasetOf(...names), prepared } });
  show(<RowsPanel />, store);
  await act(async () => {});
  const headers = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  expect(headers.slice(3)).toEqual([...names.slice(0, 100), 'h39998']);
  expect(screen.getAllByRole('cell').at(-1)?.textContent).toBe('cell 39998');
  expect(screen.getByText(/The first 100 of 40,000 columns and those in use/)).toBeTruthy();
});
