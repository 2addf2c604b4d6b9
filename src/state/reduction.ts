/** The words in which a large table is reduced where it lies. */
export { type Database, databases, type Reduction, reducingQuery } from '../io/export/reducingQuery.ts';
