import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hotel } from '../ports/ports.fixture.ts';
import { openSession } from '../verify/01-open-session.ts';
import { type TestServer, testServer } from './server.fixture.ts';

let world: TestServer;
beforeEach(async () => {
  world = await testServer();
});
afterEach(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const opened = () =>
  openSession(world.ports, hotel, { scene: 'hotel', purpose: 'check-in' }, world.idempotencyKey());

/** A long poll that has begun to wait. */
async function waitFor(sessionId: string, signal: AbortSignal) {
  const listen = vi.spyOn(world.ports.sessionChanges, 'subscribe');
  const authorization = `Bearer ${await world.counterToken()}`;
  const answer = fetch(`${world.url}/counter/v1/sessions/${sessionId}?after=1&wait=25`, {
    headers: { authorization },
    signal,
  });
  answer.catch(() => undefined);
  await expect.poll(() => listen.mock.calls.length).toBe(1);
  return { answer };
}

it('answers long polls at once when the process stops, and closes their connections', async () => {
  const { sessionId } = await opened();
  const start = performance.now();
  const waiting = await waitFor(sessionId, new AbortController().signal);
  const closing = world.server.close();
  const answer = await waiting.answer;
  expect(await answer.json()).toMatchObject({ state: 'open', version: 1 });
  expect(answer.headers.get('connection')).toBe('close');
  await closing;
  expect(performance.now() - start).toBeLessThan(5000);
});

it('stops waiting for a caller that is gone', async () => {
  const { sessionId } = await opened();
  const leave = new AbortController();
  const waiting = await waitFor(sessionId, leave.signal);
  leave.abort();
  await expect(waiting.answer).rejects.toThrow();
  const cut = () => world.lines.filter((line) => line.includes('"cut":true')).length;
  await expect.poll(cut).toBe(1);
});
