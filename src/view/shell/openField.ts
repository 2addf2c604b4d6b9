/** The hidden file field, so that the keyboard shortcut and the button open the same picker. */
export const OPEN_FIELD_ID = 'open-predictions';

export function openFilePicker(): void {
  document.getElementById(OPEN_FIELD_ID)?.click();
}
