import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as limits from '../../../../../shared/limits.ts';
import { testPorts } from '../../../ports/ports.fixture.ts';
import { readyLook } from './look-ready.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

it('waits for nothing that hangs longer than a watcher does', async () => {
  const { ports } = await testPorts();
  ports.authority.demandUp = () => new Promise(() => {});
  const look = readyLook(ports)();
  await vi.advanceTimersByTimeAsync(limits.readyPatience);
  expect(await look).toMatchObject({ status: 'down', checks: { database: 'up', authority: 'down' } });
  expect(vi.getTimerCount()).toBe(0);
  await ports.db.close();
});

it('looks anew where the clock was set back', async () => {
  const { ports, clock } = await testPorts();
  const look = readyLook(ports);
  expect((await look()).status).toBe('up');
  ports.authority.demandUp = () => Promise.reject(new Error('no answer'));
  clock.now -= 60_000;
  expect((await look()).status).toBe('down');
  await ports.db.close();
});
