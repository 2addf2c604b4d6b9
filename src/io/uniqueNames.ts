/** The same names with "(2)", "(3)" … behind those that came before. O(names). */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Map<string, number>();
  return names.map((name) => {
    let count = (seen.get(name) ?? 0) + 1;
    let unique = name;
    while (count > 1 && taken.has(unique)) {
      unique = `${name} (${count})`;
      if (taken.has(unique)) count++;
    }
    seen.set(name, count);
    taken.add(unique);
    return unique;
  });
}
