import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Where Chromium is. Where there is none and this is root on a Debian, it is installed from Debian's packages.
 * @returns undefined where neither is possible; that is said aloud
 */
export function findChromium(): string | undefined {
  const found = () => places.find((place) => existsSync(place));
  if (found() === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Chromium is not here: installing it from the packages of this system.');
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  }
  const chromium = found();
  if (chromium === undefined) {
    console.error('SKIPPED: THE RUNS IN CHROMIUM. There is no Chromium here, and it could not be installed.');
  }
  return chromium;
}
