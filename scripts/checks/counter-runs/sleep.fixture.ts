import type { BrowserContext, Page } from 'playwright-core';
import type { DeskWorld } from './desk.fixture.ts';

/** How long the machine is really stopped, milliseconds: longer than any tick of a page is late. */
const stopped = 4_000;

interface Ahead {
  wall: number;
  monotonic: number;
}

declare global {
  /** How far this machine's clocks are set ahead in the page, milliseconds, and how far they will be once it was stopped. */
  var aheadBy: { now: Ahead; afterStop: Ahead };
}

/** Gives the pages of a window clocks that pass over what the machine slept. */
export async function clocksThatSleep(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    globalThis.aheadBy = { now: { wall: 0, monotonic: 0 }, afterStop: { wall: 0, monotonic: 0 } };
    const [wall, monotonic] = [Date.now, performance.now.bind(performance)];
    let last = monotonic();
    const looked = () => {
      if (monotonic() - last > 2_000) aheadBy.now = aheadBy.afterStop;
      last = monotonic();
      return aheadBy.now;
    };
    Date.now = () => looked().wall + wall();
    performance.now = () => looked().monotonic + monotonic();
  });
}

/** Somebody sets the clock of the machine by hand. */
export async function setWallClock(page: Page, wall: number): Promise<void> {
  await page.evaluate((ahead) => {
    aheadBy.now = { ...aheadBy.now, wall: ahead };
  }, wall);
}

/**
 * The counter's machine sleeps: every process of its browser is stopped, while time goes on outside. When it wakes its wall clock tells
 * the time that has passed; its monotonic clock `counts` it on some systems, and stood still on others.
 */
export async function sleep(
  world: Pick<DeskWorld, 'browser' | 'passOutside'>,
  page: Page,
  milliseconds: number,
  counts: boolean,
): Promise<void> {
  const session = await world.browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  await page.evaluate(
    (passed) => {
      const { wall, monotonic } = aheadBy.now;
      const ahead = { wall: wall + passed.wall, monotonic: monotonic + passed.monotonic };
      aheadBy.afterStop = ahead;
    },
    { wall: milliseconds, monotonic: counts ? milliseconds : 0 },
  );
  const signal = (name: NodeJS.Signals) => {
    for (const { id } of processInfo) process.kill(id, name);
  };
  signal('SIGSTOP');
  try {
    await world.passOutside(milliseconds);
    await new Promise((resolve) => setTimeout(resolve, stopped));
  } finally {
    signal('SIGCONT');
  }
  // The page is at work again; within this it has noticed.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
}
