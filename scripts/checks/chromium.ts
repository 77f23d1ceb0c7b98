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

/**
 * What is switched off: each window draws two pages for the list below its address line, which nobody sees here, in a process that takes 2 s of
 * CPU, ten times as much as a page of ours. Of two such flags the last one counts, so that those stand here that Playwright gives for the same
 * result every time.
 */
const withoutFeatures = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'LensOverlay', 'MediaRouter'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning'],
  ...[
    'AvoidCorsURLLoaderRestartOnRedirect',
    'OptimizationHints',
    'NetworkTimeServiceQuerying',
    'PreconnectToSearch',
  ],
];

/** How every check starts it: in a container, without a screen, asking nobody else. What moves for its own sake stands still: each frame is drawn by the CPU. */
export const chromiumFlags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--force-prefers-reduced-motion'],
  `--disable-features=${withoutFeatures.join()}`,
] as const;

/** A camera and a microphone that play these files. Of the camera's 30 pictures a second half are shown: no look of ours comes more often. */
export function fakeDevices(video: string, audio: string): string[] {
  return [
    ...['--use-fake-device-for-media-stream', '--max-gum-fps=15'],
    `--use-file-for-fake-video-capture=${video}`,
    `--use-file-for-fake-audio-capture=${audio}`,
  ];
}
