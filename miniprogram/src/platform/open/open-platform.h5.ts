import { cameraOfPreview } from '../camera/camera-of-preview.ts';
import { DeviceError } from '../device-error.ts';
import { record, stopRecording } from '../microphone/record.h5.ts';
import { request } from '../network/request.h5.ts';
import { phoneClock } from '../phone-clock.ts';
import type { Platform } from '../platform.ts';
import { interruptions, sights, voiceLevels } from '../signals.ts';
import { preferences } from '../storage/preferences.h5.ts';
import { storage } from '../storage/storage.h5.ts';
import { openVault } from '../storage/vault.h5.ts';

/** Type of this many pixels is the browser's normal. */
const normalType = 16;
/** Milliseconds of the buzz that tells of a new prompt. */
const buzz = 80;

/** A browser, or the web view of another app. */
export function openPlatform(): Platform {
  const vault = openVault();
  return {
    clock: phoneClock,
    randomBytes: async (length) => crypto.getRandomValues(new Uint8Array(length)),
    request,
    // A browser has no login of its own: the person signs in by SMS.
    loginCode: async () => {
      throw new DeviceError('login-refused');
    },
    storage,
    preferences,
    ...(vault === undefined ? {} : { vault }),
    openCamera: () => cameraOfPreview(phoneClock),
    record,
    stopRecording,
    level: voiceLevels.add,
    sights: sights.add,
    // The prompt itself is read aloud. iOS has no vibration.
    promptFeedback: () => void ('vibrate' in navigator && navigator.vibrate(buzz)),
    speak,
    onHide(listener) {
      const heed = (): void => {
        if (document.visibilityState === 'hidden') listener();
      };
      const forget = interruptions.add(listener);
      document.addEventListener('visibilitychange', heed);
      window.addEventListener('pagehide', listener);
      return () => {
        forget();
        document.removeEventListener('visibilitychange', heed);
        window.removeEventListener('pagehide', listener);
      };
    },
    followApp(left, back) {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') left();
        else back();
      });
    },
    fontScale: () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / normalType || 1,
  };
}

/** Reads a text aloud, where the browser can; a new one ends the one before. */
function speak(text: string): void {
  if (!('speechSynthesis' in window)) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = /[\u4e00-\u9fff]/.test(text) ? 'zh-CN' : 'en';
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}
