import type { FastifyInstance } from 'fastify';
import { TokenBody } from '../../../../shared/contract/access/token.ts';
import { Problem } from '../../../../shared/problem.ts';

/** Bodies are JSON unless a surface says otherwise; an empty one, which some platforms always label as JSON, is none. */
export function takeJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') done(null, undefined);
    else parse(request, text, done);
  });
}

/**
 * The form of RFC 6749 section 3.2: a parameter must not come twice, and one that is not known is passed over.
 */
export function takeForm(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => {
      const form = new URLSearchParams(text);
      const known = Object.keys(TokenBody.properties).filter((name) => form.has(name));
      if (known.some((name) => form.getAll(name).length > 1)) done(new Problem('request-invalid'));
      else done(null, Object.fromEntries(known.map((name) => [name, form.get(name)])));
    },
  );
}

/** Bodies that stream through are left where they are. */
export function takeStreams(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null));
}
