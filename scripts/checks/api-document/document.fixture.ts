import { testServer } from '../../../bff/src/http/server.fixture.ts';

export type Json = Record<string, unknown>;
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member at a path of names. @throws Error where there is no object */
export function at(value: unknown, ...names: readonly string[]): Json {
  const found = names.reduce<unknown>((inner, name) => (isJson(inner) ? inner[name] : undefined), value);
  if (!isJson(found)) throw new Error(`nothing at ${names.join('/')}`);
  return found;
}

export interface Operation {
  path: string;
  method: string;
  id: string;
  operation: Json;
}

/** Every call of a document. */
export function operationsOf(document: Json): Operation[] {
  return Object.entries(at(document, 'paths')).flatMap(([path, methods]) =>
    Object.entries(at(methods)).map(([method, operation]) => {
      const call = at(operation);
      return { path, method, id: String(call.operationId), operation: call };
    }),
  );
}

/** The document as a server gives it to everybody. */
export async function readDocument(): Promise<{ document: Json; operations: Operation[] }> {
  const world = await testServer();
  const document = at(await (await fetch(`${world.url}/openapi.json`)).json());
  await world.server.close();
  await world.ports.db.close();
  return { document, operations: operationsOf(document) };
}

/** What stands at a reference of the document, itself elsewhere. */
export function resolved(document: Json, value: unknown): Json {
  const found = at(value);
  return typeof found.$ref === 'string' ? at(document, ...found.$ref.slice(2).split('/')) : found;
}
