export const THRESHOLD_FIELD_ID = 'threshold-field';

/** Typing a digit on the slider goes on in the number field, in place of what stands there. */
export function typeInThresholdField(digit: string): void {
  const field = document.getElementById(THRESHOLD_FIELD_ID);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  // The field shows and selects its exact text one frame after it took the focus.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      field.setSelectionRange(0, field.value.length);
      document.execCommand('insertText', false, digit);
    }),
  );
}
