import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import closeWithGrace from 'close-with-grace';
import type { Logger } from 'pino';
import * as limits from '../../shared/limits.ts';
import { compose } from './compose.ts';
import type { Config } from './config/config.ts';
import { type OperatorLog, openLog } from './config/open-log.ts';
import { parseConfig } from './config/parse-config.ts';
import { faultFacts } from './http/problems/problem-of.ts';

const sameKeys =
  'the file has the keys that were taken before; a service that reads a copy of it, as by LoadCredential of systemd, has to be started anew';

try {
  const config = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const operatorLog = openLog(config);
  logWarnings(operatorLog.log);
  await start(config, operatorLog);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}\n`);
  process.exit(1);
}

async function start(config: Config, { log, onRoom, end }: OperatorLog): Promise<void> {
  let ending = false;
  const bff = await compose(config, {
    now: () => Date.now(),
    random: (length) => new Uint8Array(randomBytes(length)),
    log,
    onRoom,
    onAuditBroken() {
      if (!ending) closing.close();
    },
  });
  const { server } = bff;
  const stopJobs = bff.startJobs();

  const closing = closeWithGrace(
    { delay: limits.stopAll, logger: false, skip: ['SIGHUP'] },
    async ({ err }) => {
      ending = true;
      if (err !== undefined) log.fatal(faultFacts(err), 'stopping');
      stopJobs();
      const cut = setTimeout(() => server.server.closeAllConnections(), limits.stopRequests);
      await server.close();
      clearTimeout(cut);
      try {
        await bff.close();
      } catch (fault) {
        log.fatal(faultFacts(fault), 'audit-not-ended');
        process.stderr.write(
          'The audit chain could not be written to its end. The log says where it failed.\n',
        );
        // Which makes it end with 1.
        throw fault;
      } finally {
        await end();
      }
    },
  );

  // As `npm run keys` asks for after a rotation: nobody who is being checked notices.
  process.on('SIGHUP', () => void takeKeys());
  let taken = config.keys.result;
  async function takeKeys(): Promise<void> {
    try {
      const { result } = parseConfig(process.env, (path) => readFileSync(path, 'utf8')).keys;
      const kids = result.map(({ kid }) => kid);
      if (isDeepStrictEqual(result, taken)) return log.warn({ kids, why: sameKeys }, 'result-keys-unchanged');
      await bff.takeResultKeys(result);
      taken = result;
      log.info({ kids }, 'result-keys-taken');
    } catch (error) {
      // Settings and keys are refused in sentences without a secret, as at the start.
      log.error({ why: error instanceof Error ? error.message : 'unknown' }, 'result-keys-refused');
    }
  }

  const url = await server.listen({ host: config.host, port: config.port });
  if (config.readyLine) process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
}

/** What Node warns of is a line of the log as everything else, by its name and place: its text may quote what was sent. */
function logWarnings(log: Logger): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    const code = 'code' in warning ? { code: String(warning.code) } : {};
    log.warn({ ...faultFacts(warning), ...code }, 'runtime-warning');
  });
}
