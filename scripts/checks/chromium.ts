import { existsSync } from 'node:fs';
import { haveSystemPackage } from './system-package.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/**
 * Where Chromium is. Where there is none and this is root on a Debian, it is installed from Debian's packages.
 * @param say tells what takes a while
 */
export function findChromium(say: (words: string) => void): string | undefined {
  const found = () => places.find((place) => existsSync(place));
  haveSystemPackage('chromium', () => found() !== undefined, say);
  return found();
}

/** How every check starts it: in a container, without a screen, asking nobody else. */
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] as const;

/** A camera and a microphone that play these files. */
export function fakeDevices(video: string, audio: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
    `--use-file-for-fake-audio-capture=${audio}`,
  ];
}
