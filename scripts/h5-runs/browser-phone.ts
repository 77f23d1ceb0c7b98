import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--use-fake-device-for-media-stream',
];

/** A browser on a phone-sized screen whose camera and microphone play files. */
export interface BrowserPhone {
  page: Page;
  /** Errors that the page threw. */
  faults: string[];
  close(): Promise<void>;
}

export interface FakeDevices {
  camera: string;
  microphone: string;
  /** What the person answers when the browser asks for camera and microphone. */
  permits?: boolean;
}

/** Opens Chromium on a profile, which keeps the phone's storage from one opening to the next. */
export async function openBrowserPhone(
  executablePath: string,
  profile: string,
  { camera, microphone, permits = true }: FakeDevices,
): Promise<BrowserPhone> {
  const context: BrowserContext = await chromium.launchPersistentContext(join(profile), {
    executablePath,
    viewport: { width: 375, height: 812 },
    locale: 'zh-CN',
    args: [
      ...flags,
      permits ? '--use-fake-ui-for-media-stream' : '--deny-permission-prompts',
      `--use-file-for-fake-video-capture=${camera}`,
      `--use-file-for-fake-audio-capture=${microphone}%noloop`,
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, faults, close: () => context.close() };
}
