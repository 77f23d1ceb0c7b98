import type { DeviceErrorCode } from '../device-error.ts';

/** A scanner in a page of ours, where the platform has none of its own. */
export interface Scanner {
  /** Opens the camera; how that went is told by the events. */
  start(): void;
  /** Lets go of it, also while it is being opened. */
  stop(): void;
  /** Switches its light, where it has one. */
  light(on: boolean): Promise<void>;
}

/** What the page learns of it. */
export interface ScannerEvents {
  onReady: (camera: { torch: boolean }) => void;
  /** The text of each code that is another than the one before. */
  onFound: (text: string) => void;
  onRefused: (code: DeviceErrorCode) => void;
}
