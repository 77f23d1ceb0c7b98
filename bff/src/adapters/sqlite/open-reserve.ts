import { randomFillSync } from 'node:crypto';
import { closeSync, fstatSync, ftruncateSync, openSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import * as limits from '../../../../shared/limits.ts';

/** Room on the disk that is taken in advance, for what must still be written when there is no other. */
export interface Reserve {
  /** Whether the end of the room was met, and there has not been enough since. Looked into anew now and then. */
  isOut(): boolean;
  /** To be called when the end of the room was met. */
  meetEnd(): void;
  /** Gives a slice of the reserve back to the disk; false where none is left. */
  giveSlice(): boolean;
  close(): void;
}

/** For a database that keeps none: whatever finds no room is refused. */
export const noReserve: Reserve = {
  isOut: () => false,
  meetEnd() {},
  giveSlice: () => false,
  close() {},
};

/**
 * Keeps a file of `limits.storageReserve` beside the database, or of a quarter of the room where there is less. It is given back in
 * slices, each only when something that may use it finds no room: whoever else writes to the disk gets what is left of one slice.
 * @param onRoom told when the end of the room was met, and when there is room again
 * @throws Error in a sentence where there is no room to start with
 */
export function openReserve(file: string, onRoom: (hasRoom: boolean) => void): Reserve {
  const descriptor = openSync(`${file}-reserve`, 'a', 0o600);
  const kept = () => fstatSync(descriptor).size;
  const missing = () => Math.max(0, wanted - kept());
  const free = () => {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize;
  };
  const wanted = Math.min(limits.storageReserve, Math.floor((free() + kept()) / 4));
  let out = false;
  let lookedAt = 0;

  /** Whether it is whole, and enough is free beside it. */
  function fill(): boolean {
    if (free() < missing() + limits.storageToStart) return false;
    try {
      // Zeros, or the same bytes again, take no room on some file systems.
      const slice = Buffer.allocUnsafe(limits.storageSlice);
      while (missing() > 0)
        writeSync(descriptor, randomFillSync(slice), 0, Math.min(slice.length, missing()));
      return true;
    } catch {
      return false;
    }
  }

  if (!fill()) {
    const megabytes = Math.ceil((missing() + limits.storageToStart) / 1024 ** 2);
    closeSync(descriptor);
    throw new Error(
      `There is no room left on the disk of the database ${file}: free ${megabytes} MB or more, then start again.`,
    );
  }
  return {
    isOut() {
      const now = performance.now();
      if (!out || now - lookedAt < limits.storageLook) return out;
      lookedAt = now;
      out = !fill();
      if (!out) onRoom(true);
      return out;
    },
    meetEnd() {
      lookedAt = performance.now();
      if (out) return;
      out = true;
      onRoom(false);
    },
    giveSlice() {
      const size = kept();
      ftruncateSync(descriptor, Math.max(0, size - limits.storageSlice));
      return size > 0;
    },
    close: () => closeSync(descriptor),
  };
}
