import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { record, text } from '../../../miniprogram/src/holder/guards.ts';
import type { Storage, StorageKey } from '../../../miniprogram/src/platform/platform.ts';

const isStored = record({}, { 'device-key': text(), 'credential-handle': text(), 'newest-key-list': text() });

/** The storage of a scripted phone that is used again: a JSON file, readable by its owner only. */
export function storageInFile(path: string): Storage {
  const read = (): Partial<Record<StorageKey, string>> => {
    const value: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
    return isStored(value) ? value : {};
  };
  const write = (stored: Partial<Record<StorageKey, string>>): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(stored), { mode: 0o600 });
  };
  return {
    read: async (key) => read()[key],
    write: async (key, value) => write({ ...read(), [key]: value }),
    async remove(key) {
      const { [key]: _, ...rest } = read();
      write(rest);
    },
  };
}
