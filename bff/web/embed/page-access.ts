import * as limits from '../../../shared/limits.ts';
import type { Access } from '../desk/access.ts';
import { Refused } from '../desk/send-call.ts';

/** A page token as the page's own server was given it. */
export interface PageToken {
  pageToken: string;
  /** Epoch milliseconds by the BFF's clock. */
  expiresAt: number;
}

/** Why one is asked for: `first`, none is there; `renewal`, the present one ends in a minute; `refused`, it counts no more. */
export type TokenReason = 'first' | 'renewal' | 'refused';

/** The page token that an element holds, in memory alone. */
export interface PageAccess {
  /** For one user of it: what another one was given meanwhile is not dropped by this one. */
  access(): Access;
  /** The next one; whoever waits for it goes on. */
  take(token: PageToken): void;
  stop(): void;
}

/**
 * @param ask has the page fetch one from its own server
 * @param now the server's time, as well as it is known
 */
export function pageAccess(api: string, ask: (reason: TokenReason) => void, now: () => number): PageAccess {
  let held: { text: string; until: number } | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let refused = false;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  let waiting: ((text: string) => void)[] = [];

  function askOnce(reason: TokenReason): void {
    if (performance.now() - askedAt < limits.pageTokenAskAgain) return;
    askedAt = performance.now();
    ask(reason);
  }

  /** Whoever answers late is heard all the same, by the next one who asks. */
  function next(): Promise<string> {
    askOnce(refused ? 'refused' : 'first');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Refused(401, '', { code: 'page-token-missing' })),
        limits.pageTokenAnswer,
      );
      waiting.push((text) => {
        clearTimeout(timer);
        resolve(text);
      });
    });
  }

  return {
    access() {
      let last: string | undefined;
      return {
        api,
        async get() {
          last = held !== undefined && performance.now() < held.until ? held.text : await next();
          return last;
        },
        drop() {
          if (held?.text !== last) return;
          held = undefined;
          refused = true;
        },
      };
    },
    take({ pageToken, expiresAt }) {
      const left = expiresAt - now();
      // A clock that is wrong says nothing: then it counts until it is refused.
      const lasts = left > 0 && left <= limits.pageTokenLifetime ? left : limits.pageTokenLifetime;
      held = { text: pageToken, until: performance.now() + lasts };
      refused = false;
      askedAt = Number.NEGATIVE_INFINITY;
      clearTimeout(renewal);
      const early = Math.max(lasts - limits.pageTokenAsked, limits.pageTokenAskAgain);
      renewal = setTimeout(function renew() {
        askOnce('renewal');
        renewal = setTimeout(renew, limits.pageTokenAskAgain);
      }, early);
      for (const go of waiting.splice(0)) go(pageToken);
    },
    stop() {
      clearTimeout(renewal);
      waiting = [];
    },
  };
}
