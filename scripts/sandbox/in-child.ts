import { setOwnClock } from './own-clock.ts';

/**
 * Loaded into each child before its own main. When the parent is gone, however it went, the child stops too. And it tells the
 * parent what it has used of the CPU, all its threads together, so that whatever is measured is measured by the same clock, and lives by a
 * clock that is ahead where the parent says so, so that nobody waits for a day.
 */
const graceTime = 3000;

// Before anybody takes hold of it.
setOwnClock(0);

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), graceTime).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.on('message', (message) => {
  if (message === 'cpu') process.send?.(process.cpuUsage());
  const [, milliseconds] = /^clock ([0-9]{1,12})$/.exec(String(message)) ?? [];
  if (milliseconds === undefined) return;
  setOwnClock(Number(milliseconds));
  process.send?.({ now: Date.now() });
});
process.channel?.unref();
