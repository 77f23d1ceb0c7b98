import type { Entries, Entry, Told } from './entry.ts';
import { exampleOf } from './example-of.ts';
import { type JsonSchema, mapParts, plain, shapeOf } from './json-schema.ts';

/** The named schemas of the document. */
export interface NamedSchemas {
  /** `components.schemas`, by name. */
  schemas: Record<string, JsonSchema>;
  /** `components.examples`: `CounterView.open`. */
  examples: Record<string, { summary: string; value: unknown }>;
  /** A schema with a reference wherever a named one stands in it. */
  linked(schema: object): JsonSchema;
  /** The entry of a schema that has a name. */
  entryOf(schema: object): (Entry & { name: string }) | undefined;
}

/**
 * Writes every entry as a schema that refers to the others by name. A schema is recognised by its shape, so that it may come from
 * wherever it is used. @throws Error where two entries have one shape, which no reader could tell apart
 */
export function nameSchemas(entries: Entries): NamedSchemas {
  const byShape = new Map<string, string>();
  for (const [name, { schema }] of Object.entries(entries)) {
    const shape = shapeOf(plain(schema));
    const other = byShape.get(shape);
    if (other !== undefined) throw new Error(`${name} and ${other} are one schema`);
    byShape.set(shape, name);
  }
  const nameOf = (schema: JsonSchema) => byShape.get(shapeOf(schema));
  const linked = (schema: JsonSchema): JsonSchema => {
    const name = nameOf(schema);
    if (name === undefined) return mapParts(schema, linked);
    const { description } = schema;
    return { $ref: `#/components/schemas/${name}`, ...(description === undefined ? {} : { description }) };
  };
  const schemas: Record<string, JsonSchema> = {};
  for (const [name, entry] of Object.entries(entries)) schemas[name] = written(entry, linked);
  for (const [name, schema] of Object.entries(schemas))
    if (schema.examples === undefined) schemas[name] = { ...schema, examples: [exampleOf(schema, schemas)] };
  return {
    schemas,
    examples: Object.fromEntries(
      Object.entries(entries).flatMap(([name, { examples = {} }]) =>
        Object.entries(examples).map(([each, example]) => [`${name}.${each}`, example]),
      ),
    ),
    linked: (schema) => linked(plain(schema)),
    entryOf(schema) {
      const name = nameOf(plain(schema));
      const entry = name === undefined ? undefined : entries[name];
      return name === undefined || entry === undefined ? undefined : { ...entry, name };
    },
  };
}

function written(entry: Entry, linked: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const { zh, en, properties = {}, examples } = entry;
  const schema = mapParts(plain(entry.schema), (part, name) => {
    const said = name === undefined ? undefined : properties[name];
    const holds = said?.[2];
    return {
      ...withText(linked(part), said),
      ...(holds && { contentSchema: linked(plain(holds)) }),
    };
  });
  const whole = examples && { examples: Object.values(examples).map(({ value }) => value) };
  return { title: zh, ...schema, description: `${zh}。${en}`, ...whole };
}

/** A property with its text, and with an example where its schema alone does not give one. */
function withText(schema: JsonSchema, said: Told | undefined): JsonSchema {
  if (said === undefined) return schema;
  const [description, example] = said;
  return {
    ...schema,
    description,
    ...(example === undefined ? {} : { examples: [example] }),
  };
}
