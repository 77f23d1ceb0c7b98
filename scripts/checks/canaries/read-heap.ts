import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const patience = 60_000;

/**
 * Has a process that loaded `heap-on-signal.ts` write its snapshot, and reads it.
 * @returns every string that is alive in its heap, in UTF-16LE, each followed by a zero
 */
export async function readHeap(pid: number, path: string): Promise<Buffer> {
  process.kill(pid, 'SIGUSR2');
  const deadline = performance.now() + patience;
  while (!existsSync(path)) {
    if (performance.now() > deadline) throw new Error('no heap snapshot was written');
    await sleep(50);
  }
  const snapshot: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof snapshot !== 'object' || snapshot === null || !('strings' in snapshot))
    throw new TypeError('no snapshot');
  if (!Array.isArray(snapshot.strings)) throw new TypeError('no strings');
  return Buffer.from(snapshot.strings.join('\0'), 'utf16le');
}
