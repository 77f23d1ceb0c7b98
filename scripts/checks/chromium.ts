import { existsSync } from 'node:fs';
import { execaSync } from 'execa';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Without a network the packages are given up soon. */
const patience = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];

/**
 * Where Chromium is. Where there is none and this is root on a Debian, it is installed from Debian's packages.
 * @param say tells what takes a while
 */
export function findChromium(say: (words: string) => void): string | undefined {
  const found = () => places.find((place) => existsSync(place));
  if (found() === undefined && mayInstall()) {
    say('Chromium is not here: installing it from the packages of this system (a minute or two, once) ...');
    install('chromium');
  }
  return found();
}

/**
 * Whether this machine can draw Chinese: without such a font each character is a box, and a picture shows nothing of what people
 * see. Where there is none and this is root on a Debian, one is installed.
 */
export function findChineseFont(say: (words: string) => void): boolean {
  const found = () => (execaSync('fc-list', [':lang=zh'], { reject: false }).stdout ?? '').trim() !== '';
  if (!found() && mayInstall()) {
    say('No font here can draw Chinese: installing one from the packages of this system (once) ...');
    install('fonts-wqy-zenhei');
  }
  return found();
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(name: string): void {
  const apt = (...words: string[]) =>
    execaSync('apt-get', [...patience, ...words], {
      stdio: 'ignore',
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
      reject: false,
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', name);
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
