// A thread does not inherit what its parent was started with to read TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./tryAll.ts');
