import { vi } from 'vitest';

/** A track of a camera or microphone that the test can take away. */
export class FakeTrack extends EventTarget {
  live = true;
  stop(): void {
    this.live = false;
  }
}

/** A browser whose one device opens when the test says so. */
export function fakeBrowser() {
  const track = new FakeTrack();
  const stream = {
    get active() {
      return track.live;
    },
    getTracks: () => [track],
    getAudioTracks: () => [track],
    getVideoTracks: () => [track],
  };
  let open: () => void = () => undefined;
  const opened = new Promise<typeof stream>((resolve) => {
    open = () => resolve(stream);
  });
  const document = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    createElement: () => ({ width: 0, height: 0 }),
  });
  vi.stubGlobal('document', document);
  vi.stubGlobal('window', {});
  const asked: MediaStreamConstraints[] = [];
  const getUserMedia = (constraints: MediaStreamConstraints) => {
    asked.push(constraints);
    return opened;
  };
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
  return { track, open, asked };
}
