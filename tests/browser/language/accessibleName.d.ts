/** Its own types are not among what its package exports. */
declare module 'dom-accessibility-api' {
  export function computeAccessibleName(element: Element): string;
}
