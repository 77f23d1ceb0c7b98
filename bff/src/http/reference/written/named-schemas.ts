import { shownNamePattern } from '../../../../../shared/shown-name.ts';
import type { Entries, Entry, Told } from '../entry.ts';
import { exampleOf } from './example-of.ts';
import { isObject, type JsonSchema, mapParts, plain, shapeOf } from './json-schema.ts';

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
    if (name === undefined) return mapParts(portable(schema), linked);
    const { description } = schema;
    return { $ref: `#/components/schemas/${name}`, ...(description === undefined ? {} : { description }) };
  };
  const schemas: Record<string, JsonSchema> = {};
  for (const [name, entry] of Object.entries(entries)) schemas[name] = written(entry, linked);
  const whole = (schema: JsonSchema): JsonSchema => completed(schema, schemas);
  for (const [name, schema] of Object.entries(schemas)) schemas[name] = whole(schema);
  for (const [name, schema] of Object.entries(schemas))
    if (schema.examples === undefined) schemas[name] = { ...schema, examples: [exampleOf(schema, schemas)] };
  return {
    schemas,
    examples: Object.fromEntries(
      Object.entries(entries).flatMap(([name, { en, examples }]) => {
        const whole = { summary: en, value: firstOf(schemas[name]?.examples) };
        return Object.entries(examples ?? { whole }).map(([each, example]) => [`${name}.${each}`, example]);
      }),
    ),
    linked: (schema) => linked(plain(schema)),
    entryOf(schema) {
      const name = nameOf(plain(schema));
      const entry = name === undefined ? undefined : entries[name];
      return name === undefined || entry === undefined ? undefined : { ...entry, name };
    },
  };
}

/**
 * Names that people are shown are held to classes of Unicode, which not every reader of patterns knows: the document says their length,
 * and the rest in an extension.
 */
function portable({ pattern, ...schema }: JsonSchema): JsonSchema {
  if (pattern !== shownNamePattern) return pattern === undefined ? schema : { ...schema, pattern };
  return { ...schema, minLength: 1, maxLength: 60, 'x-unicode-pattern': pattern };
}

const firstOf = (examples: unknown): unknown => (Array.isArray(examples) ? examples[0] : undefined);

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

/** Every property with an example, made from its parts where it has none, and with a text, that of the schema which it refers to. */
function completed(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const inner = mapParts(schema, (part) => completed(part, schemas));
  if (!isObject(inner.properties)) return inner;
  const properties = Object.entries(inner.properties).map(([name, part]) => {
    if (!isObject(part)) return [name, part] as const;
    if (typeof part.$ref === 'string') {
      const { description } = schemas[part.$ref.split('/').at(-1) ?? ''] ?? {};
      return [name, { description, ...part }] as const;
    }
    return [name, { examples: [exampleOf(part, schemas)], ...part }] as const;
  });
  return { ...inner, properties: Object.fromEntries(properties) };
}
