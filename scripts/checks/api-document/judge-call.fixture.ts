import { Compile } from 'typebox/schema';
import { at, isJson, type Json, type Operation, resolved } from './document.fixture.ts';
import type { RecordedCall } from './record-calls.fixture.ts';

/** The call of the document that was made: an address without parameters before one with some. */
export function operationFor(operations: readonly Operation[], call: RecordedCall): Operation | undefined {
  const fits = operations.filter(
    ({ method, path }) =>
      method === call.method.toLowerCase() &&
      new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(call.path),
  );
  return fits.find(({ path }) => !path.includes('{')) ?? fits[0];
}

/** In what an answer differs from what the document says of it. The document names its status, its headers, its type, its shape and its code. */
export function misfits(document: Json, { operation }: Operation, call: RecordedCall): string[] {
  const responses = at(operation, 'responses');
  const found = responses[String(call.status)];
  if (found === undefined) return [`no answer ${call.status}`];
  const answer = resolved(document, found);
  const headers = at(document, 'components', 'headers');
  const missing = Object.keys(at(answer, 'headers')).filter(
    (name) => at(headers, name).required === true && !call.headers.has(name),
  );
  const type = (call.headers.get('content-type') ?? '').replace(/ *;.*/, '');
  const media = at(answer, 'content')[type];
  if (!isJson(media)) return [`no content of type ${type}`, ...missing];
  const value: unknown = /json$/.test(type) ? JSON.parse(call.body) : call.body;
  const components = at(document, 'components');
  const [fits, errors] = Compile({ ...at(media, 'schema'), components }).Errors(value);
  return [
    ...missing.map((name) => `no header ${name}`),
    ...(fits ? [] : errors.slice(0, 2).map((error) => JSON.stringify(error))),
    ...(call.status < 400 || !isJson(value) || !('code' in value) ? [] : unnamed(media, value.code)),
  ];
}

const unnamed = (media: Json, code: unknown): string[] =>
  Object.hasOwn(at(media, 'examples'), String(code)) ? [] : [`the code ${code} is not among its examples`];

/** A body that the document shows to be sent, as it stands. */
export function shownBody(
  document: Json,
  operations: readonly Operation[],
  id: string,
  name?: string,
): unknown {
  const found = operations.find((each) => each.id === id);
  const [media] = Object.values(at(found?.operation, 'requestBody', 'content'));
  const { example, examples } = at(media);
  if (!isJson(examples)) return example;
  const shown = at(name === undefined ? Object.values(examples)[0] : examples[name]);
  return resolved(document, shown).value;
}
