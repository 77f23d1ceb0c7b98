import {
  blindDevices,
  hastyClock,
  type StandInPlatform,
  standInPlatform,
  storageInMemory,
} from '../../../scripts/stand-ins/phone/stand-in-platform.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import type { HttpAnswer, HttpRequest, StorageKey } from '../platform/platform.ts';

/** A stand-in phone of which every answer can be replaced, and that remembers what was done with it. */
export interface WatchedPlatform extends StandInPlatform {
  stored: Map<StorageKey, string>;
  /** Everything that camera and microphone handed out, to see what becomes of it. */
  handedOut: Uint8Array[];
  camerasOpen: number;
  /** What happened, in order. */
  events: string[];
}

/** Its clock runs through all waiting at once. */
export function watchedPlatform(given: {
  random: Random;
  now: () => number;
  request: (request: HttpRequest) => Promise<HttpAnswer>;
}): WatchedPlatform {
  const seen = { stored: new Map<StorageKey, string>(), handedOut: [], camerasOpen: 0, events: [] };
  const handOut = (length: number): Uint8Array => {
    const bytes = new Uint8Array(length).fill(7);
    platform.handedOut.push(bytes);
    return bytes;
  };
  const { openCamera, record } = blindDevices({ frame: () => handOut(300), recording: () => handOut(400) });
  const standIn = standInPlatform({
    clock: hastyClock(given.now),
    randomBytes: async (length) => given.random(length),
    request: given.request,
    loginCode: async () => ({ platform: 'wechat', code: 'login-code' }),
    storage: storageInMemory(seen.stored),
    async openCamera() {
      const camera = await openCamera();
      platform.camerasOpen++;
      return {
        watch(window) {
          platform.events.push(`watch ${window.prompt ?? 'neutral'}`);
          return camera.watch(window);
        },
        async close() {
          platform.camerasOpen--;
        },
      };
    },
    record(speech) {
      platform.events.push(`speak ${speech.digits}`);
      return record(speech);
    },
  });
  const platform: WatchedPlatform = Object.assign(standIn, seen);
  return platform;
}
