// Loaded before the program of every measured process (`node --import`): answers what the process has used of the CPU, all its
// threads together, so that every peer is measured by the same clock and to the microsecond.
process.on('message', (message) => {
  if (message === 'cpu') process.send?.(process.cpuUsage());
});
process.channel?.unref();
