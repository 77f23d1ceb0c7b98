import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askPlatform } from '../../adapters/platform/ask-platform.ts';
import { duringCall } from '../../ports/current-call.ts';
import { type TestServer, testServer } from '../server.fixture.ts';
import { readTrace } from './read-trace.ts';

let world: TestServer;
beforeAll(async () => {
  world = await testServer();
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});
beforeEach(() => {
  world.lines.length = 0;
});

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
const ask = (headers: Record<string, string> = {}) =>
  fetch(`${world.url}/counter/v1/sessions/ses_0000000000000000000000`, { headers });
const logged = () =>
  vi.waitFor(() => {
    const [line = ''] = world.lines;
    return JSON.parse(line);
  });

describe('the id of a trace', () => {
  it('is the same in the caller’s world and in ours: answer, problem and log have it', async () => {
    const answer = await ask({ traceparent, tracestate: 'congo=never-logged' });
    expect(answer.headers.get('traceparent')).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    expect(answer.headers.get('traceparent')).not.toContain('00f067aa0ba902b7');
    expect(await answer.json()).toMatchObject({ code: 'token-missing', traceId });
    expect(await logged()).toMatchObject({
      ...{ traceId, code: 'token-missing', requestId: answer.headers.get('x-request-id') },
    });
    expect(world.lines.join('')).not.toContain('congo');
  });

  it('is a fresh one for each call that came without', async () => {
    const [one, other] = [await ask(), await ask({ traceparent: 'nonsense' })];
    const [first, second] = [one, other].map((answer) => answer.headers.get('traceparent')?.slice(3, 35));
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toMatch(/^[0-9a-f]{32}$/);
    expect(first).not.toBe(second);
    expect(await one.json()).toMatchObject({ traceId: first });
  });
});

describe('the id of a request', () => {
  it('is our own on every answer, whatever the caller sends', async () => {
    const sent = crypto.randomUUID();
    const ids = await Promise.all(
      ['/about', '/nowhere', '/oauth/token', '/counter/v1/sessions/x'].map(async (path) => {
        const answer = await fetch(world.url + path, { headers: { 'x-request-id': sent, traceparent } });
        return answer.headers.get('x-request-id');
      }),
    );
    expect(new Set([...ids, sent]).size).toBe(5);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

it('a platform joins the trace of the call that it is asked for, without what others added to it', async () => {
  const heard: NodeJS.Dict<string | string[]>[] = [];
  const platform = createServer((request, response) => {
    heard.push(request.headers);
    response.end('{}');
  });
  await new Promise<void>((listening) => platform.listen(0, '127.0.0.1', listening));
  const { port }: Pick<AddressInfo, 'port'> = Object(platform.address());
  const url = new URL(`http://127.0.0.1:${port}/`);
  const trace = readTrace({ headers: { traceparent, tracestate: 'congo=1' } }, world.ports.random);
  const call = { trace, standings: new Map(), replayed: false };
  await duringCall(call, () => askPlatform(url, { a: 1 }));
  await duringCall(call, () => askPlatform(url));
  await askPlatform(url);
  platform.close();
  const joined = { traceparent: `00-${traceId}-${trace.spanId}-01` };
  expect(heard.map((headers) => headers.traceparent)).toEqual([
    joined.traceparent,
    joined.traceparent,
    undefined,
  ]);
  expect(heard.map((headers) => headers.tracestate)).toEqual([undefined, undefined, undefined]);
});
