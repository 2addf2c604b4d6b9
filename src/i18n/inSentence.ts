/** The name of a metric within a sentence: “precision”, but “F1” and “MCC”. */
export const inSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
