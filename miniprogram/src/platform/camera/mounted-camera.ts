import type { DeviceErrorCode } from '../device-error.ts';
import { DeviceError } from '../device-error.ts';
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

export type CameraRefusal = Extract<DeviceErrorCode, 'camera-refused' | 'camera-missing'>;

/** A preview takes a moment to appear after its page has. */
const patience = 5_000;

let mounted: MountedCamera | undefined;
let refusal: CameraRefusal | undefined;
const waiting = new Set<() => void>();

/** Tells what became of the one preview on the screen: there, refused, or (undefined) gone. */
export function reportCamera(state: MountedCamera | CameraRefusal | undefined): void {
  mounted = typeof state === 'object' ? state : undefined;
  refusal = typeof state === 'string' ? state : undefined;
  if (state === undefined) return;
  for (const wake of [...waiting]) wake();
}

/** The preview on the screen, waited for up to five seconds. @throws DeviceError camera-refused, camera-missing */
export async function mountedCamera(clock: Clock): Promise<MountedCamera> {
  if (mounted === undefined && refusal === undefined) {
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        waiting.delete(wake);
        callOff();
        resolve();
      };
      const callOff = clock.after(patience, wake);
      waiting.add(wake);
    });
  }
  if (mounted === undefined) throw new DeviceError(refusal ?? 'camera-missing');
  return mounted;
}
