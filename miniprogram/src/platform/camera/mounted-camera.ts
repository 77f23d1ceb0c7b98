import * as limits from '../../../../shared/limits.ts';
import type { DeviceRefusal } from '../device-error.ts';
import { DeviceError } from '../device-error.ts';
import { listeners } from '../listeners.ts';
import type { Clock } from '../platform.ts';

/** What a preview on the screen lets the platform do. */
export interface MountedCamera {
  /** Shows the live picture again, where it was stopped. @throws DeviceError */
  start(): Promise<void>;
  /** One picture as a JPEG. */
  shoot(): Promise<Uint8Array>;
  /** A few grey values of what is seen now, to tell how much it changed; absent where pixels are not at hand. */
  sketch?(): Uint8Array;
  stop(): void;
}

/** The side that the screen is on, or the other. */
export type Facing = 'front' | 'rear';

/** Which camera is shown, the same for as long as it is, and what its page learns of it. */
export interface PreviewEvents {
  facing: Facing;
  onReady: () => void;
  onRefused: (code: CameraRefusal) => void;
}

export type CameraRefusal = `camera-${DeviceRefusal}`;

let mounted: MountedCamera | undefined;
let refusal: CameraRefusal | undefined;
const reports = listeners();

/** Tells what became of the one preview on the screen: there, refused, or (undefined) gone. */
export function reportCamera(state: MountedCamera | CameraRefusal | undefined): void {
  mounted = typeof state === 'object' ? state : undefined;
  refusal = typeof state === 'string' ? state : undefined;
  if (state === undefined) return;
  reports.tell();
}

/** The preview on the screen, waited for where it is not there yet. @throws DeviceError */
export async function mountedCamera(clock: Clock): Promise<MountedCamera> {
  if (mounted === undefined && refusal === undefined) {
    await new Promise<void>((resolve) => {
      const go = (): void => {
        forget();
        callOff();
        resolve();
      };
      const forget = reports.add(go);
      const callOff = clock.after(limits.previewPatience, go);
    });
  }
  if (mounted === undefined) throw new DeviceError(refusal ?? 'camera-missing');
  return mounted;
}
