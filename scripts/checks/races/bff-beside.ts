import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { compose } from '../../../bff/src/compose.ts';
import { parseConfig } from '../../../bff/src/config/parse-config.ts';

// One more BFF process on a database that another one has: what holds between processes is shown with it. `main.ts` refuses that
// on SQLite, where one process has the file for itself.
const config = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
const bff = await compose(config, {
  now: () => Date.now(),
  random: (length) => new Uint8Array(randomBytes(length)),
  log: pino({ level: config.log.level }, pino.destination(2)),
  onAuditBroken: () => process.exit(1),
  sharesDatabase: true,
});
const stopJobs = bff.startJobs();
process.once('SIGTERM', async () => {
  stopJobs();
  bff.server.server.closeAllConnections();
  await bff.server.close();
  await bff.close();
  process.exit();
});
const url = await bff.server.listen({ host: config.host, port: config.port });
process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
