/**
 * Loaded into each child before its own main. When the parent is gone, however it went, the child stops too. And it tells the
 * parent what it has used of the CPU, all its threads together, so that whatever is measured is measured by the same clock.
 */
const graceTime = 3000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), graceTime).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.on('message', (message) => {
  if (message === 'cpu') process.send?.(process.cpuUsage());
});
process.channel?.unref();
