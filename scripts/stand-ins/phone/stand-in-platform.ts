import { randomBytes } from 'node:crypto';
import type {
  Clock,
  HttpAnswer,
  HttpRequest,
  KeptText,
  Platform,
  Storage,
  StorageKey,
} from '../../../miniprogram/src/platform/platform.ts';
import * as limits from '../../../shared/limits.ts';
import { encodeWav } from '../../../shared/sample/encode-wav.ts';

/** A phone without a phone. */
export interface StandInPlatform extends Platform {
  /** How often the camera was opened. */
  captures: number;
  /** As when the page is hidden or a call comes in. */
  hide(): void;
}

/** What every stand-in phone has of its own; the rest is real where it is left out, and the storage is fresh. */
type Parts = Pick<Platform, 'loginCode' | 'openCamera' | 'record'> &
  Partial<
    Pick<Platform, 'clock' | 'randomBytes' | 'request' | 'storage' | 'preferences' | 'vault' | 'verifyFace'>
  >;

/** The one stand-in for a phone: scripts, attacks and the mini-program's own tests differ in its parts alone. */
export function standInPlatform(parts: Parts): StandInPlatform {
  const listeners = new Set<() => void>();
  const platform: StandInPlatform = {
    clock: realClock,
    randomBytes: async (length) => new Uint8Array(randomBytes(length)),
    request: sendHttp,
    storage: storageInMemory(),
    preferences: textInMemory(),
    ...parts,
    captures: 0,
    openCamera() {
      platform.captures++;
      return parts.openCamera();
    },
    onHide(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hide() {
      for (const listener of listeners) listener();
    },
  };
  return platform;
}

/** What a camera and a microphone give that see and hear nobody; sealing overwrites it, so each capture makes its own. */
export interface Samples {
  frame(): Uint8Array;
  recording(): Uint8Array;
}

/** For an authority that does not look. */
export const anySamples: Samples = {
  frame: () => new Uint8Array(200).fill(7),
  recording: () => encodeWav(new Int16Array(1_000).fill(9), limits.voiceRate),
};

/** Camera and microphone for an authority that is told how to decide: at once, they give these bytes. */
export function blindDevices(samples: Samples): Pick<Platform, 'openCamera' | 'record'> {
  let at = 1_000;
  return {
    openCamera: async () => ({
      watch: async ({ frames }) =>
        Array.from({ length: frames }, () => {
          at += 250;
          return { at, jpeg: samples.frame() };
        }),
      close: async () => undefined,
    }),
    async record({ onOpen }) {
      onOpen?.();
      return { container: 'wav', recording: samples.recording() };
    },
  };
}

const realClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Runs through all waiting at once.
 * @param waited told of each wait that came to its end, with what it was made of, in milliseconds
 */
export function hastyClock(now: () => number, waited: (milliseconds: number) => void = () => {}): Clock {
  return {
    now,
    after(milliseconds, then) {
      // Long waits guard against what never comes, and in a test must not come first.
      const made = milliseconds >= 10_000 ? 5_000 : 0;
      const timer = setTimeout(() => {
        waited(made);
        then();
      }, made);
      return () => clearTimeout(timer);
    },
  };
}

/** The port's request over real HTTP. */
export async function sendHttp({ method, url, headers, body, timeout }: HttpRequest): Promise<HttpAnswer> {
  const answer = await fetch(url, {
    method,
    headers,
    signal: AbortSignal.timeout(timeout),
    ...(body === undefined ? {} : { body: Buffer.from(body) }),
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: new Uint8Array(await answer.arrayBuffer()),
  };
}

function textInMemory(): KeptText {
  let kept: string | undefined;
  return {
    read: () => kept,
    write(value) {
      kept = value;
    },
  };
}

/** @param stored what is in it, to look at from outside */
export function storageInMemory(stored = new Map<StorageKey, string>()): Storage {
  return {
    read: async (key) => stored.get(key),
    write: async (key, value) => void stored.set(key, value),
    remove: async (key) => void stored.delete(key),
  };
}
