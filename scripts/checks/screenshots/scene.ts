import type { Page } from 'playwright-core';
import type { PhoneName } from './stage/phones.ts';
import type { Stage } from './stage/stage.ts';

/** One state of one page, and how to get there. */
export interface Scene {
  /** `page-state`; the name of the picture. */
  name: string;
  /** Whose phone shows it; the counter page has none. */
  phone: PhoneName | 'counter';
  /** Camera and microphone are allowed unless it says so. */
  refusesDevices?: true;
  /** Leads the page there. */
  show(page: Page, stage: Stage): Promise<unknown>;
  /** A selector of what is to be seen when it is there. */
  ready: string;
}
