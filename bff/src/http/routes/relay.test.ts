import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { relayCall } from '../../../../shared/contract/attempt/06-relay.ts';
import type { HolderView } from '../../../../shared/contract/holder-view.ts';
import { loginCall } from '../../../../shared/contract/login/01-login.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import { login } from '../../login/01-login.ts';
import { codeOf, sendRaw, type TestServer, testPhone, testServer } from '../server.fixture.ts';
import { loginRoute, type RelayRoute, relayRoute } from './route.ts';

const path = '/holder/v1/sessions/ses_0000000000000000000000/samples/face';
const view: HolderView = { id: 'ses', ceremony: 'verify', state: 'challenged', version: 1, serverTime: 1 };
const word = `${'h'.repeat(40)}.${'p'.repeat(300)}.${'s'.repeat(86)}`;
const uploading = () => ({ ...phone.headers('PUT', path), 'sample-word': word });
const kilobytes = (n: number) => Buffer.alloc(n * 1024, 7);

type Step = RelayRoute['answer'];
let step: Step;
let reached = 0;
let world: TestServer;
let phone: ReturnType<typeof testPhone>;

beforeEach(async () => {
  reached = 0;
  step = async (_ports, _asked, { stream }) => {
    for await (const chunk of stream) reached += chunk.length;
    return view;
  };
  const holder = {
    login: loginRoute(loginCall, (ports, { body, deviceThumbprint, source }, sign) =>
      login(ports, { ...body, deviceThumbprint, source }, sign),
    ),
    relaySample: relayRoute(relayCall, async (ports, asked, upload) => {
      await step(ports, { ...asked, query: {}, body: undefined, idempotencyKey: undefined }, upload);
      return view;
    }),
  };
  world = await testServer({
    api: { counter: {}, holder, operator: {} },
    timeouts: { request: 400, headers: 300 },
  });
  phone = testPhone(world);
  await phone.login('anna');
});
afterEach(async () => {
  world.server.server.closeAllConnections();
  await world.server.close();
  await world.ports.db.close();
});

const put = (body: Buffer, headers: Record<string, string> = {}) =>
  fetch(world.url + path, {
    method: 'PUT',
    body: new Uint8Array(body),
    headers: { ...uploading(), 'content-type': 'application/octet-stream', ...headers },
  });
const head = (...lines: string[]) =>
  [
    `PUT ${path} HTTP/1.1`,
    'host: x',
    ...Object.entries(uploading()).map(([name, value]) => `${name}: ${value}`),
    ...lines,
    '\r\n',
  ].join('\r\n');
const octets = 'content-type: application/octet-stream';

describe('the relay', () => {
  it('streams an envelope through', async () => {
    const answer = await put(kilobytes(200));
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual(view);
    expect(reached).toBe(200 * 1024);
  });

  it('hands the word of the sealing device on as it came, and refuses what cannot be one before a byte is read', async () => {
    let handed: string | undefined;
    step = async (_ports, _asked, upload) => {
      handed = upload.word;
      upload.stream.resume();
    };
    await put(kilobytes(20));
    expect(handed).toBe(word);
    step = () => Promise.reject(new Error('reached'));
    for (const other of ['', 'x', `${word}x`, `${word}.${word}`, `${'p'.repeat(limits.sampleWord)}.${word}`])
      expect(await codeOf(await put(kilobytes(20), { 'sample-word': other }))).toBe('request-invalid');
  });

  it('refuses another content type, before it asks who sends', async () => {
    expect(await codeOf(await put(kilobytes(20), { 'content-type': 'image/jpeg', authorization: 'x' }))).toBe(
      'content-type-unsupported',
    );
  });

  it('refuses sizes outside the limits before a byte is read', async () => {
    step = () => Promise.reject(new Error('reached'));
    const large = await put(kilobytes(1025));
    expect(large.status).toBe(413);
    expect(await codeOf(large)).toBe('body-too-large');
    expect(await codeOf(await put(kilobytes(15)))).toBe('body-too-small');
  });

  it('refuses chunked bodies for want of a length', async () => {
    const answer = await new Promise<Response>((resolve, reject) => {
      const sent = httpRequest(world.url + path, {
        method: 'PUT',
        headers: {
          ...uploading(),
          'content-type': 'application/octet-stream',
          'transfer-encoding': 'chunked',
        },
      });
      sent.on('response', async (incoming) => {
        const parts = await incoming.toArray();
        resolve(new Response(Buffer.concat(parts), { status: incoming.statusCode ?? 0 }));
      });
      sent.on('error', reject);
      sent.end(kilobytes(64));
    });
    expect(answer.status).toBe(411);
    expect(await codeOf(answer)).toBe('length-required');
  });

  it('lets a client that sends first and reads later see why it was refused, and closes', async () => {
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
    const failed = once(socket, 'error').then(([error]) => Promise.reject(error));
    const told = (async () => {
      socket.write(head(octets, 'content-length: 50000000'));
      for (let i = 0; i < 10; i++) {
        await new Promise((later) => setTimeout(later, 20));
        socket.write(kilobytes(128));
      }
      socket.end();
      return Buffer.concat(await socket.toArray()).toString();
    })();
    const answer = await Promise.race([told, failed]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer.toLowerCase()).toContain('connection: close');
    expect(answer).toContain('"code":"body-too-large"');
  });

  it('does not ask for a body that it refuses, and asks for one that it takes', async () => {
    const expects = 'expect: 100-continue';
    const refused = await sendRaw(world.url, head(octets, expects, 'content-length: 5000000'));
    expect(refused).toMatch(/^HTTP\/1\.1 413 /);
    const taken = await sendRaw(
      world.url,
      head(octets, expects, 'connection: close', 'content-length: 20480'),
      50,
      kilobytes(20),
    );
    expect(taken).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 202 /);
    expect(reached).toBe(20 * 1024);
  });

  it('cuts an upload that stalls, as a problem', async () => {
    const answer = await sendRaw(world.url, head(octets, 'content-length: 204800'), kilobytes(10));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"upload-timeout"');
  });

  it('answers though the sender of the body has destroyed it', async () => {
    const authority = createServer((_incoming, answer) => answer.socket?.destroy()).listen(0, '127.0.0.1');
    await once(authority, 'listening');
    const address = authority.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    step = async (_ports, _asked, { length, stream }) => {
      const headers = { 'content-length': String(length) };
      await request(`http://127.0.0.1:${port}`, { method: 'PUT', body: stream, headers }).catch(() => {
        throw new Problem('authority-unavailable', { retryAfter: 2 });
      });
    };
    for (const size of [64, 1000]) {
      const answer = await put(kilobytes(size));
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('2');
      expect(await codeOf(answer)).toBe('authority-unavailable');
    }
    authority.close();
  });

  it('tells the step when the phone is gone', async () => {
    const seen = Promise.withResolvers<string>();
    step = async (_ports, _asked, { stream }) => {
      const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
      await pipeline(stream, sink).catch((error: Error) => seen.resolve(error.name));
    };
    const sent = httpRequest(world.url + path, {
      method: 'PUT',
      headers: {
        ...uploading(),
        'content-type': 'application/octet-stream',
        'content-length': '204800',
      },
    });
    sent.on('error', () => undefined);
    sent.write(kilobytes(10));
    setTimeout(() => sent.destroy(), 50);
    expect(await seen.promise).toMatch(/Error/);
  });
});
