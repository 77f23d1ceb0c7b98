import type { IncomingMessage } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import type { Sent } from '../../ports/webhooks.ts';
import { httpWebhooks } from './http-webhooks.ts';
import type { Resolve } from './pinned-lookup.ts';
import { certificateFor, type Receiver, receive } from './receivers.fixture.ts';

const now = () => 1_800_000_000_000;
const closing: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

async function receiver(...given: Parameters<typeof receive>): Promise<Receiver> {
  const started = await receive(...given);
  closing.push(started);
  return started;
}

function sender(options: { sandbox?: boolean; resolve?: Resolve; timeout?: number } = {}) {
  const made = httpWebhooks({ sandbox: true, own: ['http://127.0.0.1:8080'], now, ...options });
  closing.push(made);
  return made;
}

const delivery = (url: string) => ({
  ...{ url, body: '{"type":"webhook.test"}', signal: new AbortController().signal },
  headers: { 'content-type': 'application/json', 'webhook-id': 'evt_1' },
});
const post = (url: string, by = sender()): Promise<Sent> => by.send(delivery(url));

describe('a delivery', () => {
  it('posts the body and tells the status', async () => {
    const { port, heard } = await receiver((_, response) => response.writeHead(204).end());
    expect(await post(`http://127.0.0.1:${port}/hooks?a=1`)).toEqual({ status: 204 });
    expect(heard).toEqual([
      { host: `127.0.0.1:${port}`, path: '/hooks?a=1', body: '{"type":"webhook.test"}' },
    ]);
  });

  it.each([
    ['seconds', '120', 120_000],
    ['a date', new Date(now() + 60_000).toUTCString(), 60_000],
    ['a date that has passed', new Date(now() - 60_000).toUTCString(), 0],
    ['neither', 'soon', undefined],
  ])('tells when to come back, said as %s', async (_what, header, retryAfter) => {
    const { port } = await receiver((_, response) =>
      response.writeHead(503, { 'retry-after': header }).end(),
    );
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({
      status: 503,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
  });

  it('follows no redirect', async () => {
    const elsewhere = await receiver((_, response) => response.end());
    const { port } = await receiver((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${elsewhere.port}/` }).end(),
    );
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ status: 307 });
    expect(elsewhere.connections()).toBe(0);
  });

  it('reads little of an answer that is large, or never ends', async () => {
    let sent = 0;
    const { port } = await receiver((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16 * 1024))) sent += 16 * 1024;
        if (sent < 64 * 1024 * 1024) response.once('drain', more);
      };
      more();
    });
    const since = performance.now();
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ status: 200 });
    expect(performance.now() - since).toBeLessThan(5000);
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it.each([
    ['says nothing', () => undefined],
    [
      'says each header a byte at a time',
      ({ socket }: IncomingMessage) => {
        socket.write('HTTP/1.1 200 OK\r\nx: ');
        const drip = setInterval(() => void socket.write('a'), 20);
        socket.on('close', () => clearInterval(drip));
      },
    ],
  ])('is given up in its time where the receiver %s', async (_what, answer) => {
    const { port } = await receiver(answer);
    expect(await post(`http://127.0.0.1:${port}/`, sender({ timeout: 300 }))).toEqual({
      fault: 'timeout',
    });
  });

  it('is over as soon as the process stops', async () => {
    const { port, heard } = await receiver(() => undefined);
    const stopping = new AbortController();
    const sent = sender().send({ ...delivery(`http://127.0.0.1:${port}/`), signal: stopping.signal });
    await expect.poll(() => heard.length).toBe(1);
    stopping.abort();
    expect(await sent).toEqual({ fault: 'unreachable' });
  });

  it('says that nobody listens, or that what answers is no HTTP', async () => {
    const gone = await receive((_, response) => response.end());
    gone.close();
    expect(await post(`http://127.0.0.1:${gone.port}/`)).toEqual({ fault: 'unreachable' });
    const { port } = await receiver((request) => request.socket.end('SMTP ready\r\n\r\n'));
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ fault: 'answer-invalid' });
  });
});

describe('the address of a delivery', () => {
  const loopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

  it('is the one that was judged, while the certificate is checked for the name', async () => {
    const pair = certificateFor('hotel.example');
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, pair.cert]);
    closing.push({ close: () => setDefaultCACertificates(before) });
    const { port, heard } = await receiver((_, response) => response.end(), pair);
    const asked: string[] = [];
    const resolve: Resolve = async (name) => {
      asked.push(name);
      return loopback(name);
    };
    expect(await post(`https://hotel.example:${port}/`, sender({ resolve }))).toEqual({ status: 200 });
    expect(heard).toMatchObject([{ host: `hotel.example:${port}` }]);
    expect(asked).toEqual(['hotel.example']);
    expect(await post(`https://other.example:${port}/`, sender({ resolve }))).toEqual({
      fault: 'tls-refused',
    });
    expect(heard).toHaveLength(1);
  });

  it('is never looked up twice: a name that leads to this machine the second time leads nowhere', async () => {
    const { port, connections } = await receiver((_, response) => response.end());
    const answers = ['93.184.215.14', '127.0.0.1', '127.0.0.1'];
    const resolve: Resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
    const production = sender({ sandbox: false, resolve });
    expect(await production.judge(`https://hotel.example:${port}/`)).toBe(`https://hotel.example:${port}/`);
    expect(await post(`https://hotel.example:${port}/`, production)).toEqual({ fault: 'address-refused' });
    expect(connections()).toBe(0);
  });

  it('counts as the worst of those that its name has', async () => {
    const resolve: Resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    const production = sender({ sandbox: false, resolve });
    expect(await production.judge('https://hotel.example/')).toBeUndefined();
    expect(await post('https://hotel.example/', production)).toEqual({ fault: 'address-refused' });
  });

  it('is refused where the name leads nowhere', async () => {
    const resolve: Resolve = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await sender({ sandbox: false, resolve }).judge('https://nowhere.example/')).toBeUndefined();
  });

  it('is of this machine by http in a sandbox, whatever its name says', async () => {
    const resolve: Resolve = async () => [{ address: '93.184.215.14', family: 4 }];
    expect(await sender({ resolve }).judge('http://localhost:9000/')).toBeUndefined();
    expect(await sender({ resolve: loopback }).judge('http://localhost:9000/')).toBe(
      'http://localhost:9000/',
    );
    expect(await sender().judge('https://169.254.169.254/')).toBeUndefined();
    expect(await sender().judge('https://[::ffff:127.0.0.1]/')).toBeUndefined();
  });

  it('keeps a receiver that never answers from taking more than its time', () => {
    expect(limits.webhookTimeout).toBeLessThan(limits.webhookTakenFor);
  });
});
