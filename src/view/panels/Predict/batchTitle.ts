/** The heading of the batch: it stays while the buttons below it come and go. */
export const BATCH_TITLE = 'predict-batch';

/** What takes the focus of a button that goes. */
export const toBatchTitle = (): HTMLElement | null => document.getElementById(BATCH_TITLE);
