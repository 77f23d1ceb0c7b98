import type { Holder } from '../holder/holder.ts';
import { asProblem, HolderProblem } from '../holder/holder-problem.ts';
import { loginByDevice } from '../login/01-login-by-device.ts';
import { openPlatform } from '../platform/open/open-platform.ts';
import { watchPlace } from '../protect/watch-place.ts';
import { goOnly, isOnTop } from './go.ts';
import { keepTold, lastTold } from './inbox.ts';
import { logOutIfVoided } from './log-out.ts';
import { openedHolder, openHolder, phoneStorage, watchOpened } from './open-holder.ts';

/** Whose place is being watched, and the way to stop. */
let heeded: { holder: Holder; stop: () => void } | undefined;
let seen = true;
let started = false;

/**
 * Called by each page as it is seen: from then on, as soon as this phone is signed in and while the app is in front, it waits for news of its
 * credential, and says at once that another phone has signed in. A phone that is not signed in asks nothing, and one whose screen is off, or
 * shows another app, neither.
 */
export async function heedPlace(): Promise<void> {
  followTheApp();
  await signInBehind();
  const holder = await openedHolder();
  if (holder !== undefined) heedLogins(holder);
  if (!seen || holder === undefined || holder.link.accessToken === undefined || holder.link.over) return;
  if (heeded?.holder === holder) return;
  rest();
  const mine = { holder, stop: (): void => undefined };
  heeded = mine;
  const after = await lastTold().catch(() => 0);
  if (heeded !== mine) return;
  mine.stop = watchPlace(holder, after, {
    told: keepTold,
    lost(problem) {
      if (!holder.link.erasing) void leave(problem);
    },
  });
}

/**
 * A page that needs nobody signed in may be the one that was opened, or reloaded: a phone with a credential signs in behind it, by its key
 * alone, and learns there too that its place is gone.
 */
async function signInBehind(): Promise<void> {
  if (!isOnTop('help', 'settings', 'records') || (await openedHolder()) !== undefined) return;
  if ((await phoneStorage().read('credential-handle')) === undefined) return;
  await loginByDevice(await openHolder()).catch(async (cause: unknown) => {
    if (asProblem(cause).code === 'login-refused') await leave(new HolderProblem('device-voided', { cause }));
  });
}

/** A phone that is not signed in as its page is seen is looked at again once it is. */
function heedLogins({ link }: Holder): void {
  link.onLogin = () => void heedPlace();
}

function rest(): void {
  heeded?.stop();
  heeded = undefined;
}

async function leave(problem: HolderProblem): Promise<void> {
  heeded = undefined;
  await logOutIfVoided(problem);
  if (!isOnTop('home')) await goOnly('home');
}

function followTheApp(): void {
  if (started) return;
  started = true;
  watchOpened(heedLogins);
  openPlatform().followApp?.(
    () => {
      seen = false;
      rest();
    },
    () => {
      seen = true;
      void heedPlace();
    },
  );
}
