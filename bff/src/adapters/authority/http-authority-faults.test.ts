import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../../../shared/ids.ts';
import { answerJson, asked, codeOf, openAdapter, serve } from './played-authority.fixture.ts';

const challengeId = asId('chl', `chl_${'h'.repeat(22)}`);
const sample = Buffer.alloc(200 * 1024, 7);
let server: Awaited<ReturnType<typeof serve>>;
let authority: ReturnType<typeof openAdapter>;

beforeAll(async () => {
  server = await serve();
});
afterAll(async () => {
  await server.close();
});
beforeEach(() => {
  authority = openAdapter(server.url);
});
afterEach(async () => {
  await authority.close();
});

const relay = (body: Readable = Readable.from([sample]), length = sample.length) =>
  authority.relaySample(challengeId, 'face', { length, word: 'a.b.c', body });

describe('an authority that misbehaves', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['answers with a page', (response) => response.end('<html>')],
    ['answers with nothing', (response) => response.writeHead(201).end()],
    ['answers with another form', (response) => answerJson(response, 201, { challenge: 1 })],
    ['redirects', (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['answers 200 where 201 is due', (response) => answerJson(response, 200, {})],
    ['fails', (response) => answerJson(response, 500, { code: 'credential-void' })],
    ['does not know us', (response) => answerJson(response, 401, { code: 'token-invalid' })],
    ['refuses with a page', (response) => response.writeHead(403).end('<html>')],
    ['sends a huge body', (response) => response.writeHead(201).end(Buffer.alloc(5_000_000, 32))],
    [
      'sends a huge refusal',
      (response) => response.writeHead(403).end(`${' '.repeat(5_000_000)}{"code":"credential-void"}`),
    ],
    ['hangs up', (response) => response.socket?.destroy()],
    [
      'hangs up in the body',
      (response) => response.writeHead(201).write('{', () => response.socket?.destroy()),
    ],
    ['speaks no HTTP', (response) => response.socket?.end('SSH-2.0-x\r\n')],
  ])('leads to one clean problem: it %s', async (_, misbehave) => {
    server.handle((_request, response) => misbehave(response));
    expect(await codeOf(authority.issueChallenge(asked))).toBe('authority-unavailable');
  });

  it('is given up after some seconds when its body drips', { timeout: 15_000 }, async () => {
    server.handle((_, response) => {
      response.writeHead(201);
      const drip = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(drip));
    });
    expect(await codeOf(authority.issueChallenge(asked))).toBe('authority-unavailable');
  });

  it('that is not there is a problem too', async () => {
    const gone = openAdapter('http://127.0.0.1:9');
    expect(await codeOf(gone.readVerdict(challengeId, 0))).toBe('authority-unavailable');
    await gone.close();
  });

  it('does not hold up closing: a call that waits ends with a problem', async () => {
    server.handle(() => {});
    const other = openAdapter(server.url);
    const waiting = codeOf(other.readVerdict(challengeId, 25));
    await other.close();
    expect(await waiting).toBe('authority-unavailable');
  });
});

describe('relaying a sample', () => {
  it('streams it with its exact length and answers what is still awaited', async () => {
    const seen: unknown[] = [];
    server.handle(async (request, response) => {
      const { method, url, headers } = request;
      const bytes = await buffer(request);
      seen.push(method, url, headers['content-length'], headers['transfer-encoding'], bytes.equals(sample));
      answerJson(response, 202, { awaited: ['voice'] });
    });
    const chunks = [sample.subarray(0, 70_000), sample.subarray(70_000)];
    expect(await relay(Readable.from(chunks))).toEqual({ awaited: ['voice'] });
    expect(seen).toEqual(['PUT', `/v1/challenges/${challengeId}/samples/face`, '204800', undefined, true]);
  });

  it('reaches the authority before the phone has sent all of it', async () => {
    const body = new Readable({ read() {} });
    const arrived = new Promise<void>((resolve) => {
      server.handle((request, response) => {
        request.once('data', () => resolve());
        request.on('end', () => answerJson(response, 202, { awaited: [] }));
      });
    });
    const relayed = relay(body);
    body.push(sample.subarray(0, 100));
    await arrived;
    body.push(sample.subarray(100));
    body.push(null);
    expect(await relayed).toEqual({ awaited: [] });
  });

  it.each(['sample-refused', 'sample-not-awaited', 'challenge-expired'])(
    'passes on the refusal %s',
    async (code) => {
      server.handle((request, response) => {
        request.resume();
        request.on('end', () => answerJson(response, 422, { code }));
      });
      expect(await codeOf(relay())).toBe(code);
    },
  );

  it('that is shorter than it said is a problem, and the authority never takes it', async () => {
    let taken = false;
    server.handle((request, response) => {
      request.resume();
      request.on('end', () => {
        taken = true;
        answerJson(response, 202, { awaited: [] });
      });
    });
    expect(await codeOf(relay(Readable.from([sample.subarray(1)])))).toBe('authority-unavailable');
    expect(taken).toBe(false);
  });
});

describe('relaying from a phone', () => {
  const outcomes: string[] = [];
  const front = createServer(async (request, response) => {
    const code = await codeOf(relay(request, Number(request.headers['content-length'])));
    outcomes.push(String(code));
    response.writeHead(code === 'no problem' ? 202 : 503, { connection: 'close' }).end(String(code));
  });

  beforeAll(async () => {
    front.listen(0, '127.0.0.1');
    await once(front, 'listening');
  });
  afterAll(() => {
    front.closeAllConnections();
    front.close();
  });
  beforeEach(() => {
    outcomes.length = 0;
  });

  const upload = () => {
    const address = front.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const headers = { 'content-length': sample.length };
    return httpRequest({ host: '127.0.0.1', port, method: 'PUT', headers });
  };
  const textOf = async (request: ReturnType<typeof upload>) => {
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject);
    });
    return text(await answered);
  };

  it('gets the sample through', async () => {
    server.handle((request, response) => {
      request.resume();
      request.on('end', () => answerJson(response, 202, { awaited: [] }));
    });
    const phone = upload();
    phone.end(sample);
    expect(await textOf(phone)).toBe('no problem');
  });

  it('still answers the phone when the authority hangs up amid the upload', async () => {
    server.handle((request) => request.once('data', () => request.socket.destroy()));
    const phone = upload();
    phone.write(sample.subarray(0, 100_000));
    expect(await textOf(phone)).toBe('authority-unavailable');
  });

  it('still answers the phone when the authority refuses before it has all', async () => {
    server.handle((request, response) => {
      request.once('data', () => answerJson(response, 410, { code: 'challenge-expired' }));
    });
    const phone = upload();
    phone.write(sample.subarray(0, 100_000));
    expect(await textOf(phone)).toBe('challenge-expired');
  });

  it('tells the authority at once when the phone breaks off, and blames the phone', async () => {
    const brokenOff = new Promise<void>((resolve) => {
      server.handle((request) => {
        request.once('data', () => phone.destroy());
        request.once('close', () => resolve());
      });
    });
    const phone = upload();
    phone.on('error', () => {});
    phone.write(sample.subarray(0, 100_000));
    await brokenOff;
    await expect.poll(() => outcomes).toEqual(['upload-timeout']);
  });
});
