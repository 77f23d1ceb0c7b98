import type { Page } from 'playwright-core';
import type { PhoneName } from './world/phones.ts';
import type { World } from './world/world.ts';

/** One state of one page, and how to get there. */
export interface Scene {
  /** `page-state`; the name of the picture. */
  name: string;
  /** Whose phone shows it; the counter page has none. */
  phone: PhoneName | 'counter';
  /** Camera and microphone are allowed unless it says so. */
  refusesDevices?: true;
  /** Of every run a picture in each style, for what all depends on. */
  everywhere?: true;
  /** Taken only where everything is: the plan of every run has no room for it. */
  seldom?: true;
  /** What it asks for is drawn at random and takes one line or two, or its clock runs: its pictures are looked at, never compared. */
  drawn?: true;
  /** Leads the page there. */
  show(page: Page, world: World): Promise<unknown>;
  /** A selector of what is to be seen when it is there. */
  ready: string;
}
