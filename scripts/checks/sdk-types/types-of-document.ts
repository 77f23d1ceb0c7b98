import openapiTypescript, { astToString } from 'openapi-typescript';
import { Type } from 'typebox';
import { Value } from 'typebox/value';

/** The schemas that the SDK speaks of; what these refer to comes with them. */
const spoken = [
  'ServerMetadata',
  'TokenAnswer',
  'OpenSessionBody',
  'Session',
  'EndSessionBody',
  'CounterView',
  'StreamEnd',
  'ResultClaims',
  'MessageTable',
  'SessionEnded',
  'SessionEndedLate',
  'SessionNeedsMoreTime',
  'WebhookTest',
  'Problem',
];

const Schemas = Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()));
const Document = Type.Object({
  openapi: Type.String(),
  info: Type.Record(Type.String(), Type.Unknown()),
  components: Type.Object({ schemas: Schemas }),
});

const heading = '// Made of /openapi.json by `npm run sdk:types`. A test holds it to the document.\n\n';

/**
 * The TypeScript types of an OpenAPI document that the SDK is written with: of the named schemas, and of those that they refer to.
 * @throws TypeError where it is no such document, or one of them is not in it
 */
export async function typesOfDocument(document: unknown): Promise<string> {
  if (!Value.Check(Document, document)) throw new TypeError('this is no OpenAPI document with schemas');
  const { openapi, info, components } = document;
  const schemas = Object.fromEntries(
    [...reached(components.schemas)].sort().map((name) => [name, components.schemas[name]]),
  );
  const source = JSON.stringify({ openapi, info, paths: {}, components: { schemas } });
  return heading + astToString(await openapiTypescript(source));
}

function reached(schemas: Record<string, object>): Set<string> {
  const found = new Set<string>();
  const follow = (name: string) => {
    if (found.has(name)) return;
    const schema = schemas[name];
    if (schema === undefined) throw new TypeError(`the document has no schema ${name}`);
    found.add(name);
    for (const [, next = ''] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      follow(next);
  };
  for (const name of spoken) follow(name);
  return found;
}
