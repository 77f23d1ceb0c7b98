import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type ClientHttp2Session, connect } from 'node:http2';
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld } from '../../../bff/attacks/world/world.fixture.ts';
import { hasNginx, startNginx } from './nginx.fixture.ts';

if (!hasNginx) console.log('nginx or openssl is not here: its sample is not run');

/** The port where it listens. */
async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

describe.skipIf(!hasNginx)('the BFF behind nginx by its sample', async () => {
  const world = await startWorld();
  let nginx: Awaited<ReturnType<typeof startNginx>>;
  let h2: ClientHttp2Session;
  beforeAll(async () => {
    nginx = await startNginx(new URL(world.url).host);
    h2 = await connected(nginx.url);
  });
  afterAll(async () => {
    h2.close();
    await nginx.stop();
  });

  /** One stream of HTTP/2. */
  const ask = async (path: string) => {
    const token = await world.hotel.token();
    const stream = h2.request({
      ...{ ':path': path, ':authority': 'id.example.cn' },
      authorization: `Bearer ${token}`,
    });
    stream.setEncoding('utf8');
    const [headers] = await once(stream, 'response');
    return { stream, headers };
  };

  it('is taken by nginx -t, and says nothing against it', () => {
    expect([nginx.tested.status, nginx.tested.stderr]).toEqual([
      0,
      expect.stringContaining('test is successful'),
    ]);
    expect(nginx.tested.stderr).not.toContain('[warn]');
  });

  it('pushes an event over HTTP/2 within milliseconds of its happening', async () => {
    const { stream, headers } = await ask('/counter/v1/events');
    expect([headers[':status'], headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(headers['strict-transport-security']).toContain('max-age');
    let text = '';
    stream.on('data', (more: string) => {
      text += more;
    });
    const delays = [];
    for (let n = 0; n < 5; n++) {
      const { sessionId } = await world.hotel.open();
      const start = performance.now();
      while (!text.includes(sessionId)) await new Promise((later) => setTimeout(later, 1));
      delays.push(performance.now() - start);
    }
    stream.close();
    console.log(
      `events through nginx: ${delays.map((delay) => delay.toFixed(1)).join(', ')} ms after the answer`,
    );
    expect(Math.min(...delays)).toBeLessThan(100);
  });

  it('lets a long poll wait for what comes, and answers it then', async () => {
    const { sessionId } = await world.hotel.open();
    const waiting = ask(`/counter/v1/sessions/${sessionId}?after=1&wait=25`);
    await new Promise((later) => setTimeout(later, 1500));
    await world.hotel.ask('POST', `/counter/v1/sessions/${sessionId}/end`, { body: { reason: 'abandoned' } });
    const { stream, headers } = await waiting;
    expect(headers[':status']).toBe(200);
    let text = '';
    for await (const more of stream) text += more;
    expect(JSON.parse(text)).toMatchObject({ sessionId, state: 'cancelled' });
  });

  it('shows figures and health to nobody outside', async () => {
    for (const path of ['/metrics', '/health/ready', '/health/live'])
      expect((await ask(path)).headers[':status'], path).toBe(404);
    expect((await ask('/about')).headers[':status']).toBe(200);
  });
});

describe.skipIf(!hasNginx)('what nginx hands on by its sample', async () => {
  const seen: IncomingMessage[] = [];
  let bytes = 0;
  const server = createServer((message, answer) => {
    seen.push(message);
    message.on('data', (more: Buffer) => {
      bytes += more.length;
    });
    message.on('end', () => answer.end('taken'));
  });
  let nginx: Awaited<ReturnType<typeof startNginx>>;
  beforeAll(async () => {
    nginx = await startNginx(`127.0.0.1:${await listening(server)}`);
    (await connected(nginx.url)).close();
  });
  afterAll(async () => {
    await nginx.stop();
    server.close();
  });

  it('is an upload as it comes, before it is whole, and not what callers say of their address', async () => {
    const half = Buffer.alloc(100_000, 'x');
    const sent = request(`${nginx.url}/holder/v1/sessions/x/samples/face`, {
      ...{ method: 'PUT', rejectUnauthorized: false },
      headers: {
        'content-length': 2 * half.length,
        host: 'id.example.cn',
        'x-forwarded-for': '203.0.113.9',
        forwarded: 'for=203.0.113.9',
      },
    });
    sent.write(half);
    // Half is there, the rest was not sent.
    while (bytes < half.length) await new Promise((later) => setTimeout(later, 5));
    expect(bytes).toBe(half.length);
    sent.end(half);
    const [answer] = await once(sent, 'response');
    expect(answer.statusCode).toBe(200);
    answer.resume();
    const headers = seen.at(-1)?.headers ?? {};
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', host: 'id.example.cn' });
    expect(headers).not.toHaveProperty('forwarded');
  });

  it('is no body beyond what the BFF could want', async () => {
    const before = seen.length;
    const sent = request(`${nginx.url}/x`, {
      ...{ method: 'PUT', rejectUnauthorized: false },
      headers: { 'content-length': 3_000_000, host: 'id.example.cn' },
    });
    sent.on('error', () => undefined);
    sent.flushHeaders();
    const [answer] = await once(sent, 'response');
    expect(answer.statusCode).toBe(413);
    sent.destroy();
    expect(seen.length).toBe(before);
  });
});

/** Connects once nginx listens. */
async function connected(url: string): Promise<ClientHttp2Session> {
  for (let tries = 0; ; tries++) {
    const session = connect(url, { rejectUnauthorized: false });
    try {
      await once(session, 'connect');
      return session;
    } catch (fault) {
      if (tries > 100) throw fault;
      await new Promise((later) => setTimeout(later, 50));
    }
  }
}
