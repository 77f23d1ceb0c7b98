import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Whether this system shows us the memory of that process. */
export function showsMemory(pid: number): boolean {
  try {
    closeSync(openSync(`/proc/${pid}/mem`, 'r'));
    return true;
  } catch {
    return false;
  }
}

interface Mapping {
  start: number;
  length: number;
  name: string;
}

const piece = 64 * 1024 * 1024;
/** Two pieces share this much, so that nothing is cut in two. */
const overlap = 4096;

/**
 * The memory of a process, as Linux shows it: what may be written and is not a file's. Garbage that was not overwritten
 * yet and the contents of buffers are in it.
 * @throws Error where the system does not permit it
 */
export function* readMemory(pid: number): Generator<{ place: string; bytes: Buffer }> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const { start, length, name } of mappingsOf(pid)) {
      for (let offset = 0; offset < length; offset += piece) {
        const bytes = Buffer.allocUnsafe(Math.min(piece + overlap, length - offset));
        const read = readAt(memory, bytes, start + offset);
        yield { place: `memory ${(start + offset).toString(16)} ${name}`, bytes: bytes.subarray(0, read) };
      }
    }
  } finally {
    closeSync(memory);
  }
}

/** A mapping may go while we read: then there is nothing to read. */
function readAt(memory: number, bytes: Buffer, position: number): number {
  try {
    return readSync(memory, bytes, 0, bytes.length, position);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return 0;
    throw error;
  }
}

/** Anonymous mappings of which something is in memory (proc(5), smaps). */
function mappingsOf(pid: number): Mapping[] {
  const blocks = readFileSync(`/proc/${pid}/smaps`, 'utf8').split(/\n(?=[0-9a-f]+-[0-9a-f]+ )/);
  return blocks.flatMap((block) => {
    const [, from = '', to = '', mode = '', inode, name = ''] =
      /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+) *(.*)/.exec(block) ?? [];
    const resident = Number(/^Rss: +(\d+) kB/m.exec(block)?.[1] ?? 0);
    const swapped = Number(/^Swap: +(\d+) kB/m.exec(block)?.[1] ?? 0);
    if (inode !== '0' || !mode.startsWith('rw') || resident + swapped === 0) return [];
    const start = Number.parseInt(from, 16);
    return [{ start, length: Number.parseInt(to, 16) - start, name: name || 'anonymous' }];
  });
}
