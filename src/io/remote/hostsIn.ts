/** The sites named by the build's option: origins or `https:`, with blanks between. */
export function hostsIn(option: string): string[] {
  return option.split(/\s+/).filter((host) => host !== '');
}
