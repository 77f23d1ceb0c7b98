/** A JSON Schema (2020-12) as the document writes it. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is said about a schema, and changes nothing of what fits it. */
const annotations = new Set(['title', 'description', 'examples', 'example', 'default', '$id']);

const lists = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
const singles = ['items', 'additionalProperties', 'contentSchema', 'not'];
const maps = ['properties', 'patternProperties', '$defs'];

/** A schema of which each part directly below is replaced by what `each` makes of it. */
export function mapParts(
  schema: JsonSchema,
  each: (part: JsonSchema, name?: string) => JsonSchema,
): JsonSchema {
  const mapped = (value: unknown, name?: string) => (isObject(value) ? each(value, name) : value);
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (lists.includes(keyword) && Array.isArray(value))
        return [keyword, value.map((part) => mapped(part))];
      if (singles.includes(keyword)) return [keyword, mapped(value)];
      if (!maps.includes(keyword) || !isObject(value)) return [keyword, value];
      const parts = Object.entries(value).map(([name, part]) => [name, mapped(part, name)] as const);
      return [keyword, Object.fromEntries(parts)];
    }),
  );
}

/** What a framework makes of a record: one pattern of names is any name. */
const renamed = (keyword: string, value: unknown): [string, unknown] => {
  if (keyword === 'const') return ['enum', [value]];
  if (keyword !== 'patternProperties' || !isObject(value)) return [keyword, value];
  const [part, ...others] = Object.values(value);
  return others.length > 0 ? [keyword, value] : ['additionalProperties', part];
};

/** The same text for schemas that the same values fit, as far as they are written alike: without annotations, in the spelling of the framework. */
export function shapeOf(schema: JsonSchema): string {
  const bare = (node: JsonSchema): JsonSchema =>
    Object.fromEntries(
      Object.entries(mapParts(node, bare))
        .filter(([keyword]) => !annotations.has(keyword) && !keyword.startsWith('x-'))
        .map(([keyword, value]) => renamed(keyword, value)),
    );
  return JSON.stringify(bare(schema));
}

/** As JSON has it, without what a library keeps in a schema for itself. */
export function plain(schema: object): JsonSchema {
  const written: unknown = JSON.parse(JSON.stringify(schema));
  if (!isObject(written)) throw new TypeError('a schema is an object');
  return written;
}
