import type { Random } from '../../../shared/bytes/random.ts';
import type { Camera, HttpAnswer, HttpRequest, Platform, StorageKey } from '../platform/platform.ts';

export interface StandIn extends Platform {
  stored: Map<StorageKey, string>;
  /** Everything that camera and microphone handed out, to see what becomes of it. */
  handedOut: Uint8Array[];
  camerasOpen: number;
  /** What happened, in order. */
  events: string[];
  hide(): void;
}

/** A phone of which every answer can be replaced. Its clock runs through all waiting at once. */
export function standInPlatform(given: {
  random: Random;
  now: () => number;
  request: (request: HttpRequest) => Promise<HttpAnswer>;
}): StandIn {
  const stored = new Map<StorageKey, string>();
  const listeners = new Set<() => void>();
  const platform: StandIn = {
    stored,
    handedOut: [],
    camerasOpen: 0,
    events: [],
    hide: () => {
      for (const listener of listeners) listener();
    },
    clock: {
      now: given.now,
      after(milliseconds, then) {
        // Long waits guard against what never comes, and in a test must not come first.
        const timer = setTimeout(then, milliseconds >= 10_000 ? 5_000 : 0);
        return () => clearTimeout(timer);
      },
    },
    randomBytes: async (length) => given.random(length),
    request: given.request,
    loginCode: async () => ({ platform: 'wechat', code: 'login-code' }),
    storage: {
      read: async (key) => stored.get(key),
      write: async (key, value) => void stored.set(key, value),
      remove: async (key) => void stored.delete(key),
    },
    openCamera: async () => camera(platform),
    async record({ digits }) {
      platform.events.push(`speak ${digits}`);
      return { container: 'wav', recording: handOut(platform, 400) };
    },
    onHide(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return platform;
}

function camera(platform: StandIn): Camera {
  platform.camerasOpen++;
  let at = 1_000;
  return {
    async watch({ prompt, frames }) {
      platform.events.push(`watch ${prompt ?? 'neutral'}`);
      return Array.from({ length: frames }, () => {
        at += 250;
        return { at, jpeg: handOut(platform, 300) };
      });
    },
    async close() {
      platform.camerasOpen--;
    },
  };
}

function handOut(platform: StandIn, length: number): Uint8Array {
  const bytes = new Uint8Array(length).fill(7);
  platform.handedOut.push(bytes);
  return bytes;
}
