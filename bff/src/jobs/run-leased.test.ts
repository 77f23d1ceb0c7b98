import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { testPorts } from '../ports/ports.fixture.ts';
import { runLeased } from './run-leased.ts';

it('a job that is stopped is over once the round that is under way is', async () => {
  const { ports } = await testPorts();
  const begun = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const stop = runLeased(ports, 'work', async () => {
    begun.resolve();
    await held.promise;
  });
  await begun.promise;
  let isOver = false;
  const over = stop().then(() => {
    isOver = true;
  });
  await turn();
  expect(isOver).toBe(false);
  held.resolve();
  await over;
});

it('a job that is stopped between two rounds is over at once', async () => {
  const { ports } = await testPorts();
  const rounds: string[] = [];
  const stop = runLeased(ports, 'work', async () => void rounds.push('done'));
  await expect.poll(() => rounds).toEqual(['done']);
  await stop();
});
