import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Guarded } from '../../../src/view/controls/Guarded.tsx';

function Panel({ file }: { readonly file: string }) {
  if (file === 'bad') throw new Error('no such column');
  return <p>{file} is shown</p>;
}

it('shows a panel again that failed on another file', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const guarded = (file: string) => (
    <Guarded name="Rows" subject={file}>
      <Panel file={file} />
    </Guarded>
  );
  const { rerender } = render(guarded('bad'));
  expect(screen.getByRole('alert').textContent).toContain('“Rows” could not be shown (no such column)');
  rerender(guarded('good'));
  expect(screen.getByText('good is shown')).toBeTruthy();
  vi.restoreAllMocks();
});
