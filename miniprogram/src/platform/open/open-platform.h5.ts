import { cameraOfPreview } from '../camera/camera-of-preview.ts';
import { DeviceError } from '../device-error.ts';
import { onInterruption } from '../interruptions.ts';
import { record, stopRecording } from '../microphone/record.h5.ts';
import { onLevel } from '../microphone/voice-meter.ts';
import { request } from '../network/request.h5.ts';
import { phoneClock } from '../phone-clock.ts';
import type { Platform } from '../platform.ts';
import { onSight } from '../sight/sight-listeners.ts';
import { storage } from '../storage/storage.h5.ts';
import { nudge } from './nudge.ts';
import { speak } from './speak.h5.ts';

/** Type of this many pixels is the browser's normal. */
const normalType = 16;

/** A browser, or the web view of another app. */
export function openPlatform(): Platform {
  return {
    clock: phoneClock,
    randomBytes: async (length) => crypto.getRandomValues(new Uint8Array(length)),
    request,
    // A browser has no login of its own: the person signs in by SMS.
    loginCode: async () => {
      throw new DeviceError('login-refused');
    },
    storage,
    openCamera: () => cameraOfPreview(phoneClock),
    record,
    stopRecording,
    level: onLevel,
    sights: onSight,
    nudge,
    speak,
    onHide(listener) {
      const heed = (): void => {
        if (document.visibilityState === 'hidden') listener();
      };
      const forget = onInterruption(listener);
      document.addEventListener('visibilitychange', heed);
      window.addEventListener('pagehide', listener);
      return () => {
        forget();
        document.removeEventListener('visibilitychange', heed);
        window.removeEventListener('pagehide', listener);
      };
    },
    fontScale: () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / normalType || 1,
  };
}
