import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import { type Logger, pino } from 'pino';
import { limits } from '../../shared/limits.ts';
import { compose } from './compose.ts';
import type { Config } from './config/config.ts';
import { parseConfig } from './config/parse-config.ts';
import { faultFacts } from './http/problems/problem-of.ts';

try {
  const config = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const destination = pino.destination({ dest: config.log.file ?? 1, sync: false, mkdir: false });
  const log = pino({ level: config.log.level, base: null }, destination);
  await start(config, log);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}\n`);
  process.exit(1);
}

async function start(config: Config, log: Logger): Promise<void> {
  const bff = await compose(config, {
    now: () => Date.now(),
    random: (length) => new Uint8Array(randomBytes(length)),
    log,
    onAuditBroken: () => closing.close(),
  });
  const { server } = bff;
  const stopJobs = bff.startJobs();

  const closing = closeWithGrace({ delay: limits.stopAll, logger: false }, async ({ err }) => {
    if (err !== undefined) log.fatal(faultFacts(err), 'stopping');
    stopJobs();
    const cut = setTimeout(() => server.server.closeAllConnections(), limits.stopRequests);
    await server.close();
    clearTimeout(cut);
    await bff.close();
    // Where nobody reads the log any more the flush never ends.
    const flushed = new Promise<void>((resolve) => log.flush(() => resolve()));
    await Promise.race([flushed, pause(limits.stopLog, undefined, { ref: false })]);
  });

  const url = await server.listen({ host: config.host, port: config.port });
  if (config.readyLine) process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
}
