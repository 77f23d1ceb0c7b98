import { isUtf8 } from 'node:buffer';
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { Problem } from '../../../../shared/problem.ts';

/**
 * Bodies are JSON unless a surface says otherwise, in well-formed UTF-8 (RFC 8259 section 8.1); an empty one, which some platforms always
 * label as JSON, is none.
 */
export function takeJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (bytes.length === 0) done(null, undefined);
    else if (isUtf8(bytes)) parse(request, bytes.toString(), done);
    else done(new Problem('body-not-json'));
  });
}

/**
 * The form of RFC 6749 section 3.2: a parameter must not come twice, and one that is not known is passed over. Its size is
 * limited, as that of every body, before it is parsed.
 * @param body what is known
 */
export async function takeForm(server: FastifyInstance, body: TSchema | undefined): Promise<void> {
  const properties = Type.IsObject(body) ? body.properties : {};
  server.removeAllContentTypeParsers();
  await server.register(formbody);
  server.addHook('preValidation', async (request) => {
    const form = request.body;
    if (typeof form !== 'object' || form === null) return;
    const known = Object.entries(form).filter(([name]) => Object.hasOwn(properties, name));
    if (known.some(([, value]) => Array.isArray(value))) throw new Problem('request-invalid');
    request.body = Object.fromEntries(known);
  });
}

/** Bodies that stream through are left where they are. */
export function takeStreams(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null));
}
