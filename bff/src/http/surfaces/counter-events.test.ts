import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import { counterEventsCall } from '../../../../shared/contract/verify/08-sessions.ts';
import * as limits from '../../../../shared/limits.ts';
import { eventsRoute } from '../routes/route.ts';
import { type TestServer, testServer } from '../server.fixture.ts';

const path = '/counter/v1/events';
const view: CounterView = {
  sessionId: 'ses_0000000000000000000000',
  state: 'open',
  version: 1,
  scene: 'hotel',
  level: 'basic',
  openedAt: 1,
};
let world: TestServer;
let push: (view: CounterView) => void = () => undefined;
let watching = 0;
let looks = 0;
let after: string | undefined;

beforeEach(async () => {
  watching = 0;
  looks = 0;
  const watchSessions = eventsRoute(counterEventsCall, async (_ports, _caller, screen) => {
    watching++;
    after = screen.after;
    push = (pushed) => screen.push(pushed, `${pushed.version}-cursor`);
    push(view);
    return {
      look() {
        looks++;
      },
      stop() {
        watching--;
      },
    };
  });
  world = await testServer({
    api: { counter: { watchSessions }, holder: {}, operator: {} },
    timeouts: { heartbeat: 30 },
  });
});
afterEach(async () => {
  await world.server.close();
  await world.ports.db.close();
});

async function open(token: string, headers: Record<string, string> = {}) {
  const leave = new AbortController();
  const answer = await fetch(world.url + path, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: leave.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const until = async (wanted: string) => {
    while (!text.includes(wanted)) {
      const part = await reader?.read();
      if (part === undefined || part.done) throw new Error(`ended without ${wanted}: ${text}`);
      text += part.value;
    }
    return text;
  };
  return { answer, until, leave: () => leave.abort() };
}
const settled = (wanted: () => boolean) => expect.poll(wanted, { interval: 10 }).toBe(true);

describe('the event stream of a counter', () => {
  it('takes no cursor in its address: whoever sends one there is told, and misses nothing unawares', async () => {
    const headers = { authorization: `Bearer ${await world.counterToken()}` };
    const answer = await fetch(`${world.url}${path}?lastEventId=1-cursor`, { headers });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'request-invalid' });
    expect(watching).toBe(0);
  });

  it('shows the present states first, then each change, and signs of life', async () => {
    const stream = await open(await world.counterToken());
    expect(stream.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.answer.headers.get('cache-control')).toBe('no-store');
    expect(stream.answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(stream.answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await stream.until(`event: session\ndata: ${JSON.stringify(view)}\nid: 1-cursor\n\n`);
    push({ ...view, state: 'claimed', version: 2, needsMoreTime: true });
    expect(await stream.until('id: 2-cursor\n\n')).toContain('"needsMoreTime":true');
    await stream.until('\n\n:\n:\n:\n');
    expect(looks).toBeGreaterThan(2);
    stream.leave();
    await settled(() => watching === 0);
  });

  it('lets out no field that the contract does not name', async () => {
    const stream = await open(await world.counterToken());
    push({ ...view, version: 2, ...{ holderId: 'hol_secret' } });
    expect(await stream.until('2-cursor\n\n')).not.toContain('hol_secret');
    stream.leave();
  });

  it('is refused to a fifth reader of one counter, until one leaves', async () => {
    const token = await world.counterToken();
    const streams = await Promise.all(
      Array.from({ length: limits.eventStreamsPerCounter }, () => open(token)),
    );
    const fifth = await open(token);
    expect(fifth.answer.status).toBe(429);
    expect(fifth.answer.headers.get('retry-after')).toBe(String(limits.rpTokenLifetime / 1000));
    await fifth.until('"code":"too-many-requests"');
    streams[0]?.leave();
    await settled(() => watching === 3);
    expect((await open(token)).answer.status).toBe(200);
    for (const stream of streams) stream.leave();
  });

  it('goes on from the event that its reader had last', async () => {
    const stream = await open(await world.counterToken(), { 'last-event-id': '7-cursor' });
    await stream.until('1-cursor');
    expect(after).toBe('7-cursor');
    stream.leave();
  });

  it('tells its reader when to come back, and no two the same', async () => {
    const token = await world.counterToken();
    const told = new Set<number>();
    for (let i = 0; i < 8; i++) {
      const stream = await open(token);
      told.add(Number(/^retry: ([0-9]+)\n:\n/.exec(await stream.until('1-cursor'))?.[1]));
      stream.leave();
      await settled(() => watching === 0);
    }
    expect(told.size).toBeGreaterThan(1);
    expect(Math.min(...told)).toBeGreaterThanOrEqual(limits.eventStreamRetry);
    expect(Math.max(...told)).toBeLessThanOrEqual(3 * limits.eventStreamRetry);
  });

  it('ends before the token does, and says so', async () => {
    const stream = await open(await world.counterToken());
    await stream.until('1-cursor');
    world.clock.now += limits.rpTokenLifetime - 30;
    await stream.until('\nevent: end\ndata: {"reason":"token-ends"}\n\n');
    await expect(stream.until('never')).rejects.toThrow('ended without never');
    await settled(() => watching === 0);
  });

  it('cuts a reader that does not read', async () => {
    const token = await world.counterToken();
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`);
    await settled(() => watching === 1);
    socket.pause();
    const result = `${'x'.repeat(16_000)}.y.z`;
    for (let version = 2; version < 2000 && watching === 1; version++) {
      push({ ...view, version, result });
      if (version % 50 === 0) await new Promise((later) => setTimeout(later, 1));
    }
    await settled(() => watching === 0);
    socket.destroy();
  });

  it('ends in good order when the process stops, so that stopping does not hang', async () => {
    const stream = await open(await world.counterToken());
    await stream.until('1-cursor');
    const closing = world.server.close();
    const [, retry] =
      /retry: ([0-9]+)\nevent: end/.exec(await stream.until('{"reason":"restart"}\n\n')) ?? [];
    expect(Number(retry)).toBeGreaterThanOrEqual(limits.eventStreamRestart);
    await expect(stream.until('never')).rejects.toThrow('ended without never');
    await closing;
    expect(watching).toBe(0);
  });
});
