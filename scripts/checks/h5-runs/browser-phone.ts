import { writeFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { chromiumFlags, fakeDevices } from '../chromium.ts';
import { openCameraFile } from './camera-file.ts';
import { type Performance, type Person, performBefore } from './person-before-phone.ts';

/** A browser on a phone-sized screen, with a person before its camera and at its microphone. */
export interface BrowserPhone {
  page: Page;
  /** Who holds it now; another may take it. */
  person: Person;
  performance: Performance;
  /** Errors that the page threw. */
  faults: string[];
  close(): Promise<void>;
}

export interface Opening {
  executablePath: string;
  /** The folder that keeps the phone's storage from one opening to the next; the fake devices are beside it. */
  profile: string;
  person: Person;
  /** What the camera sees first. */
  picture: Uint8Array;
  /** What the person answers when the browser asks for camera and microphone. */
  permits: boolean;
}

export async function openBrowserPhone(opening: Opening): Promise<BrowserPhone> {
  const { executablePath, profile, person, picture, permits } = opening;
  const camera = await openCameraFile(`${profile}.y4m`, picture);
  const microphone = `${profile}.wav`;
  writeFileSync(microphone, '');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 375, height: 812 },
    locale: 'zh-CN',
    args: [
      ...chromiumFlags,
      permits ? '--use-fake-ui-for-media-stream' : '--deny-permission-prompts',
      ...fakeDevices(camera.path, `${microphone}%noloop`),
    ],
  });
  // A machine that does other things too may need as long for one step.
  context.setDefaultTimeout(60_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  const performance = performBefore(page, () => phone.person, { camera, microphone });
  const phone: BrowserPhone = {
    ...{ page, person, performance, faults },
    async close() {
      await performance.end();
      await context.close();
      camera.close();
    },
  };
  return phone;
}
