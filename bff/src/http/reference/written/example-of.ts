import { isObject, type JsonSchema } from './json-schema.ts';

/**
 * A value that fits, made from the examples of the parts. Optional parts are in it.
 * @param schemas the named ones that it may refer to
 * @throws Error where a part gives no example
 */
export function exampleOf(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): unknown {
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (typeof schema.$ref === 'string') {
    const target = schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (target === undefined) throw new Error(`nothing at ${schema.$ref}`);
    return exampleOf(target, schemas);
  }
  for (const choices of [schema.anyOf, schema.oneOf])
    if (Array.isArray(choices) && isObject(choices[0])) return exampleOf(choices[0], schemas);
  if (schema.type === 'array' && isObject(schema.items)) return [exampleOf(schema.items, schemas)];
  if (isObject(schema.properties))
    return Object.fromEntries(
      Object.entries(schema.properties).flatMap(([name, part]) =>
        isObject(part) ? [[name, exampleOf(part, schemas)]] : [],
      ),
    );
  throw new Error(`no example of ${JSON.stringify(schema)}`);
}
