/** A text as it is read: a no-break space is a space. tests/i18n/translate.test.ts holds where lines must not break. */
export const asRead = (text: string): string => text.replaceAll('\u00a0', ' ');

/** What an element says. */
export const textOf = (element: Element | null | undefined): string => asRead(element?.textContent ?? '');
