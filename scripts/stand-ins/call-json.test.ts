import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CallProblem, callJson } from './call-json.ts';

/** Answers what it was sent, or what the path asks for. */
const said: Record<string, [number, string]> = {
  '/other-form': [200, '{"answer":true}'],
  '/no-json': [200, 'good day'],
  '/problem': [409, '{"code":"session-taken","title":"taken"}'],
  '/fault': [500, 'it broke'],
};
const Answer = Type.Object({ method: Type.String(), type: Type.String(), body: Type.String() });

describe('a call of a JSON service', () => {
  let server: Server;
  let base = '';
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const [status, text] = said[request.url ?? ''] ?? [200, undefined];
      const body = Buffer.concat(await request.toArray()).toString();
      const type = request.headers['content-type'] ?? '';
      response.writeHead(status).end(text ?? JSON.stringify({ method: request.method, type, body }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => server.close());
  const codeOf = async (path: string) => {
    const problem: unknown = await callJson({ url: base + path }, Answer).catch((reason: unknown) => reason);
    return problem instanceof CallProblem ? problem.code : problem;
  };

  it('sends nothing, JSON, or a form, by the method that fits', async () => {
    const url = `${base}/echo`;
    expect(await callJson({ url }, Answer)).toEqual({ method: 'GET', type: '', body: '' });
    expect(await callJson({ url, body: { a: 1 } }, Answer)).toEqual({
      method: 'POST',
      type: 'application/json',
      body: '{"a":1}',
    });
    const form = await callJson({ url, method: 'PUT', body: new URLSearchParams({ a: '1' }) }, Answer);
    expect(form).toMatchObject({ method: 'PUT', body: 'a=1' });
    expect(form.type).toMatch(/^application\/x-www-form-urlencoded/);
  });

  it('refuses an answer of another form, and one that is no JSON', async () => {
    expect(await codeOf('/other-form')).toBe('status 200');
    expect(await codeOf('/no-json')).toBe('status 200');
  });

  it('tells the code of a problem, and otherwise the status and what was said', async () => {
    expect(await codeOf('/problem')).toBe('session-taken');
    expect(await codeOf('/fault')).toBe('status 500');
    await expect(callJson({ url: `${base}/fault` }, Answer)).rejects.toThrow(
      'GET /fault: status 500 it broke',
    );
  });
});
