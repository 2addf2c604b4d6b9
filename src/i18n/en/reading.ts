export const readingText = {} as const;
