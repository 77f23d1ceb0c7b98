import * as limits from '../../../../shared/limits.ts';
import { DeviceError } from '../device-error.ts';
import { closeStream, openDevice } from '../open-device.h5.ts';
import { phoneClock } from '../phone-clock.ts';
import { openReader } from './open-reader.h5.ts';
import type { Scanner, ScannerEvents } from './scanner.ts';
import { type Pixels, watchCodes } from './watch-codes.ts';

const wanted: MediaTrackConstraints = {
  facingMode: { ideal: 'environment' },
  width: { ideal: 1280 },
  height: { ideal: 720 },
};

/** A scanner that shows in a video element what the camera at the back sees. What it sees is read in the page and goes nowhere. */
export function scannerIn(video: HTMLVideoElement, events: ScannerEvents): Scanner {
  const canvas = document.createElement('canvas');
  let stream: MediaStream | undefined;
  let round = 0;
  let endLooking = (): void => undefined;
  const stop = (): void => {
    round++;
    endLooking();
    closeStream(stream);
    stream = undefined;
    video.srcObject = null;
    canvas.width = 0;
  };
  const open = async (mine: number): Promise<void> => {
    const opened = await openDevice('camera', { video: wanted, audio: false });
    // A camera that was allowed after the person had turned away is closed unseen.
    if (mine !== round) return closeStream(opened);
    stream = opened;
    const [track] = opened.getVideoTracks();
    track?.addEventListener('ended', () => {
      if (mine !== round) return;
      stop();
      events.onRefused('camera-missing');
    });
    video.srcObject = opened;
    await video.play();
    const read = await openReader();
    if (mine !== round) return;
    endLooking = watchCodes({
      clock: phoneClock,
      shoot: () => pixelsOf(video, canvas),
      read,
      found: events.onFound,
    });
    events.onReady({ torch: track !== undefined && hasTorch(track) });
  };
  return {
    start() {
      stop();
      const mine = round;
      open(mine).catch((problem: unknown) => {
        if (mine !== round) return;
        stop();
        events.onRefused(problem instanceof DeviceError ? problem.code : 'camera-missing');
      });
    },
    stop,
    async light(on) {
      const [track] = stream?.getVideoTracks() ?? [];
      // A light that does not come on is no reason to stop.
      await track?.applyConstraints({ advanced: [torchSet(on)] }).catch(() => undefined);
    },
  };
}

/** The W3C's Image Capture has it, and TypeScript's own names do not. */
interface Torch extends MediaTrackConstraintSet {
  torch: boolean;
}
const torchSet = (torch: boolean): Torch => ({ torch });

function hasTorch(track: MediaStreamTrack): boolean {
  const can: object = track.getCapabilities?.() ?? {};
  return 'torch' in can && can.torch === true;
}

function pixelsOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): Pixels | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  const scale = Math.min(1, limits.codePictureSide / Math.max(videoWidth, videoHeight));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { data, width, height };
}
