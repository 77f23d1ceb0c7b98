import { afterEach, beforeEach, expect, it } from 'vitest';
import { hotel } from '../session/ports.fixture.ts';
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
  openSession(world.ports, hotel, { scene: 'hotel', purpose: 'check-in' }, world.creation());
const waitFor = async (sessionId: string) =>
  fetch(`${world.url}/counter/v1/sessions/${sessionId}?after=1&wait=25`, {
    headers: { authorization: `Bearer ${await world.counterToken()}` },
  });

it('answers long polls at once when the process stops, and closes their connections', async () => {
  const { sessionId } = await opened();
  const start = performance.now();
  const waiting = waitFor(sessionId);
  await new Promise((later) => setTimeout(later, 200));
  const closing = world.server.close();
  const answer = await waiting;
  expect(await answer.json()).toMatchObject({ state: 'open', version: 1 });
  expect(answer.headers.get('connection')).toBe('close');
  await closing;
  expect(performance.now() - start).toBeLessThan(5000);
});

it('stops waiting for a caller that is gone', async () => {
  const { sessionId } = await opened();
  const leave = new AbortController();
  const token = await world.counterToken();
  const waiting = fetch(`${world.url}/counter/v1/sessions/${sessionId}?after=1&wait=25`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leave.signal,
  });
  setTimeout(() => leave.abort(), 100);
  await expect(waiting).rejects.toThrow();
  for (let i = 0; i < 100 && !world.lines.some((line) => line.includes('"cut":true')); i++)
    await new Promise((later) => setTimeout(later, 10));
  expect(world.lines.filter((line) => line.includes('"cut":true'))).toHaveLength(1);
});
