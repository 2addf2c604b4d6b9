import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { TunerStore } from '../../../src/state/store.ts';
import { DropTarget } from '../../../src/view/shell/DropTarget.tsx';
import { KeysDialog } from '../../../src/view/shell/KeysDialog.tsx';
import { Welcome } from '../../../src/view/shell/Welcome.tsx';
import { openedStore, show } from '../charts/openedStore.tsx';

const picture = new File(['x'], 'image.png', { type: 'image/png' });
const table = new File(['x'], 'rows.csv', { type: 'text/csv' });
const clipboard = (text: string, files: readonly File[] = []) => ({
  clipboardData: { files, getData: () => text },
});

let store: TunerStore;
const openFiles = vi.fn(async () => {});
const openText = vi.fn(async () => {});
beforeEach(() => {
  openFiles.mockClear();
  openText.mockClear();
  store = openedStore([]);
  store.setState({ openFiles, openText });
});
const forbid = () => store.setState(({ deploy }) => ({ deploy: { ...deploy, allowOwnFiles: false } }));

it('takes the cells of a spreadsheet, not their picture', () => {
  show(<DropTarget />, store);
  fireEvent.paste(window, clipboard('y\tp\n1\t0.5', [picture]));
  expect(openText).toHaveBeenCalledExactlyOnceWith('y\tp\n1\t0.5');
  expect(openFiles).not.toHaveBeenCalled();
});

it('takes a copied file, whose name is the text beside it', () => {
  show(<DropTarget />, store);
  fireEvent.paste(window, clipboard('rows.csv', [table]));
  expect(openFiles).toHaveBeenCalledExactlyOnceWith([{ name: 'rows.csv', blob: table }]);
});

it('leaves a picture alone', () => {
  show(<DropTarget />, store);
  fireEvent.paste(window, clipboard('', [picture]));
  expect(openFiles).not.toHaveBeenCalled();
  expect(openText).not.toHaveBeenCalled();
});

it('opens a dropped file', () => {
  show(<DropTarget />, store);
  fireEvent.dragOver(window, { dataTransfer: { types: ['Files'] } });
  expect(screen.getByText('Drop your predictions anywhere')).toBeTruthy();
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [table] } });
  expect(openFiles).toHaveBeenCalledOnce();
});

it('says of a dropped folder what it is, and opens nothing', () => {
  show(<DropTarget />, store);
  const folder = { webkitGetAsEntry: () => ({ isDirectory: true, name: 'predictions' }) };
  const items = [{ webkitGetAsEntry: () => null }, folder];
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [table], items } });
  expect(openFiles).not.toHaveBeenCalled();
  expect(store.getState().notices).toEqual([{ code: 'folder', values: { file: 'predictions' } }]);
});

it('invites nothing where the page shows the files of its authors only, and leaves it to the store to say why a drop is not taken', () => {
  forbid();
  show(<DropTarget />, store);
  const dataTransfer = { types: ['Files'], files: [table], dropEffect: 'copy' };
  expect(fireEvent.dragOver(window, { dataTransfer })).toBe(false);
  expect(screen.queryByText('Drop your predictions anywhere')).toBeNull();
  expect(fireEvent.drop(window, { dataTransfer })).toBe(false);
  expect(openFiles).toHaveBeenCalledOnce();
  fireEvent.paste(window, clipboard('y,p\n1,0.5'));
  expect(openFiles).toHaveBeenCalledOnce();
  expect(openText).not.toHaveBeenCalled();
});

it('invites to open files only where they can be opened', () => {
  HTMLDialogElement.prototype.showModal ??= () => {};
  HTMLDialogElement.prototype.close ??= () => {};
  store.setState({ opened: null });
  forbid();
  const { container } = show(
    <>
      <Welcome />
      <KeysDialog onClose={() => {}} />
    </>,
    store,
  );
  expect(container.textContent).toContain('Look at one of these.');
  expect(container.textContent).not.toMatch(/Open a CSV|paste|Ctrl\/⌘ [OV]/);
  expect(screen.getByText('Ctrl/⌘ Z, Ctrl/⌘ Shift Z')).toBeTruthy();
});
