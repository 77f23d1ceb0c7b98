import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { About } from '../../../shared/contract/about.ts';
import * as limits from '../../../shared/limits.ts';
import { flag, type Guard, record, text } from '../holder/guards.ts';
import { openPlatform } from '../platform/open/open-platform.ts';
import { bffUrl } from './open-holder.ts';

const named = record({ zh: text(/./), en: text(/./) });

const isAbout: Guard<About> = record({
  operator: named,
  authority: named,
  hotline: text(/^[0-9+() -]{3,30}$/),
  privacyUrl: text(/^https?:\/\/[!-~]+$/),
  sandbox: flag,
});

let known: Promise<About | undefined> | undefined;

/**
 * Who stands behind this service, asked once. It needs no key and makes none. Undefined where it cannot be had now: the next page asks
 * again.
 */
export function readAbout(): Promise<About | undefined> {
  known ??= ask().catch(() => {
    known = undefined;
    return undefined;
  });
  return known;
}

async function ask(): Promise<About> {
  const url = `${bffUrl()}/about`;
  const headers = { accept: 'application/json' };
  const answer = await openPlatform().request({
    ...{ method: 'GET', url, headers },
    timeout: limits.phoneRequestTimeout,
  });
  const about: unknown = JSON.parse(decodeUtf8(answer.body));
  if (answer.status !== 200 || !isAbout(about)) throw new Error('not understood');
  return about;
}
