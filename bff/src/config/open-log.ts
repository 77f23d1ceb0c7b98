import { fstatSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Logger, pino } from 'pino';
import * as limits from '../../../shared/limits.ts';
import type { Config } from './config.ts';

export interface OperatorLog {
  log: Logger;
  /** Where the log shares its disk with the database: lines are dropped, and counted, until this is called with true. */
  onRoom(hasRoom: boolean): void;
  /** Writes what is left, as far as it can be, and takes no more lines. */
  end(): Promise<void>;
}

/**
 * Opens the log: JSON lines, to a file or to stdout, written behind. A log that cannot be written stops nobody: what does not fit
 * into the memory kept for it is dropped, and once it can be written again it says how many lines are missing.
 * @throws Error when the file cannot be opened
 */
export function openLog({ log: { level, file }, database }: Pick<Config, 'log' | 'database'>): OperatorLog {
  const descriptor = file === undefined ? 1 : openSync(file, 'a', 0o600);
  const sharesDisk = file !== undefined && fstatSync(descriptor).dev === statSync(dirname(database)).dev;
  const destination = pino.destination({ dest: descriptor, sync: false, maxLength: limits.logBacklog });
  // At exit it would try for ever to write what cannot be written. What is left is written by `end`.
  destination.flushSync = () => {};
  let ended = false;
  let held = false;
  let failing = false;
  let dropped = 0;

  const log = pino(
    { level, base: null },
    {
      write(line: string) {
        if (held) dropped++;
        else if (!ended) destination.write(line);
      },
    },
  );
  const tellDropped = () => {
    if (dropped === 0 || held) return;
    const lines = dropped;
    dropped = 0;
    log.warn({ lines }, 'log-lines-dropped');
  };

  destination.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (failing || code === 'EPIPE') return;
    failing = true;
    process.stderr.write(`The log cannot be written (${code}).\n`);
  });
  destination.on('drop', () => dropped++);
  destination.on('drain', () => {
    failing = false;
    tellDropped();
  });
  return {
    log,
    onRoom(hasRoom) {
      held = sharesDisk && !hasRoom;
      tellDropped();
    },
    async end() {
      if (ended) return;
      ended = true;
      await new Promise<void>((resolve) => {
        for (const done of ['close', 'error'] as const) destination.once(done, () => resolve());
        destination.end();
        // Where nobody reads it any more it never ends.
        setTimeout(resolve, limits.stopLog).unref();
      });
    },
  };
}
