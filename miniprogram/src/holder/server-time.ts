import * as limits from '../../../shared/limits.ts';
import { moment, record } from './guards.ts';
import type { Holder } from './holder.ts';

type Clocked = Pick<Holder, 'platform' | 'link'>;

const tellsTime = record({ serverTime: moment });

/**
 * Learns the BFF's time from an answer that tells it. The BFF spoke at some moment between sending and hearing: what is known
 * already is kept where it fits that, so that a slow network moves nothing.
 * @param sentAt epoch milliseconds by the phone's clock
 */
export function learnServerTime({ platform, link }: Holder, sentAt: number, answer: unknown): void {
  if (!tellsTime(answer)) return;
  const heardAt = platform.clock.now();
  const least = answer.serverTime - heardAt;
  const most = Math.max(least, answer.serverTime - sentAt);
  link.clockAhead = Math.min(Math.max(link.clockAhead ?? 0, least), most);
}

/** The BFF's time now, epoch milliseconds, or undefined before any answer told it. What is judged by it is judged again by the authority. */
export function serverTime({ platform, link }: Clocked): number | undefined {
  return link.clockAhead === undefined ? undefined : platform.clock.now() + link.clockAhead;
}

/**
 * The time by which the phone judges what the authority signed, epoch milliseconds: the BFF's, as phones' clocks are often
 * wrong. A BFF that lies cannot bring back what ran out long ago: it is never earlier than the newest key list that this phone
 * has seen was signed, nor than the phone's own clock less what such clocks are ahead by at most.
 */
export function judgingTime(holder: Clocked): number {
  const phone = holder.platform.clock.now();
  return Math.max(
    serverTime(holder) ?? phone,
    holder.link.newestKeyList.iat * 1000,
    phone - limits.phoneClockAheadMost,
  );
}

/** Whether the phone's clock is so far off that it alone explains why something signed is refused as over, or as not yet valid. */
export function isClockOff({ link }: Holder): boolean {
  return link.clockAhead !== undefined && Math.abs(link.clockAhead) > limits.clockSkew;
}
