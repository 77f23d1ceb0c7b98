/** Loaded into each child before its own main: when the parent is gone, however it went, the child stops too. */
const graceTime = 3000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), graceTime).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
