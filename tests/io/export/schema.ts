type Schema = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, Schema>>;

const KNOWN = new Set(
  '$schema title description $defs $ref type required properties additionalProperties items minItems minimum maximum pattern const enum oneOf'.split(
    ' ',
  ),
);

/** Where a value of JSON breaks a schema, as far as JSON Schema is used here; throws at a keyword it does not know. */
export function violationsOf(value: unknown, root: Schema): string[] {
  function check(at: unknown, schema: Schema, path: string): string[] {
    const unknown = Object.keys(schema).filter((keyword) => !KNOWN.has(keyword));
    if (unknown.length > 0) throw new Error(`${path}: ${unknown.join(', ')}`);
    const found: string[] = [];
    const demand = (holds: boolean, what: string) => {
      if (!holds) found.push(`${path}: ${what}`);
    };
    if (typeof schema.$ref === 'string') {
      found.push(...check(at, (root.$defs as Schemas)[schema.$ref.replace('#/$defs/', '')], path));
    }
    if (schema.type !== undefined) demand(isOfType(at, schema.type as string), `is no ${schema.type}`);
    if ('const' in schema) demand(at === schema.const, `is not ${schema.const}`);
    if (schema.enum !== undefined) demand((schema.enum as unknown[]).includes(at), `is none of ${schema.enum}`);
    if (typeof schema.minimum === 'number') demand((at as number) >= schema.minimum, `is below ${schema.minimum}`);
    if (typeof schema.maximum === 'number') demand((at as number) <= schema.maximum, `is above ${schema.maximum}`);
    if (typeof schema.pattern === 'string') demand(new RegExp(schema.pattern).test(String(at)), 'does not match');
    if (schema.oneOf !== undefined) {
      const fitting = (schema.oneOf as Schema[]).filter((one) => check(at, one, path).length === 0);
      demand(fitting.length === 1, `fits ${fitting.length} of the alternatives`);
    }
    if (Array.isArray(at)) {
      demand(at.length >= Number(schema.minItems ?? 0), 'has too few items');
      if (schema.items !== undefined) {
        found.push(...at.flatMap((item, place) => check(item, schema.items as Schema, `${path}/${place}`)));
      }
    } else if (typeof at === 'object' && at !== null) {
      for (const key of (schema.required ?? []) as string[]) demand(Object.hasOwn(at, key), `${key} is missing`);
      const properties = (schema.properties ?? {}) as Schemas;
      for (const [key, below] of Object.entries(at)) {
        const rest = schema.additionalProperties;
        if (Object.hasOwn(properties, key)) found.push(...check(below, properties[key], `${path}/${key}`));
        else if (rest === false) demand(false, `${key} is not allowed`);
        else if (rest !== undefined) found.push(...check(below, rest as Schema, `${path}/${key}`));
      }
    }
    return found;
  }
  return check(value, root, '');
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
