import type { TextTable } from '../../state/tables.ts';
import { useActions } from '../../state/useTuner.ts';

/** The ways in which a chart leaves the page under one name: its numbers, and pictures of it. */
export function useTakeAway(name: string, readCsv: () => TextTable) {
  const { downloadTable, savePicture, copyPicture, viewNote } = useActions();
  return {
    onDownload: () => downloadTable(name, readCsv()),
    onPicture: (picture: Blob) => savePicture(name, picture),
    onCopyPicture: copyPicture,
    readNote: viewNote,
  };
}
