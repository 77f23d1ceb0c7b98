import * as limits from '../../../shared/limits.ts';
import type { Access } from '../desk/access.ts';
import { sendCall } from '../desk/send-call.ts';

/** The access of one counter of the sandbox: its token is fetched when it is needed. */
export function counterToken(counterId: string): Access {
  let held: { token: string; until: number } | undefined;
  /** A sleep ends a token too, which the monotonic clock may not count. */
  const now = () => Math.max(Date.now(), performance.timeOrigin + performance.now());

  async function fetchToken(): Promise<string> {
    const body = JSON.stringify({ counterId });
    const answer = await sendCall('/counter/sandbox-token', { method: 'POST', body });
    const given: { access_token: string; expires_in: number } = await answer.json();
    held = { token: given.access_token, until: now() + given.expires_in * 1000 - limits.rpTokenMargin };
    return held.token;
  }

  return {
    api: '',
    get: () => (held !== undefined && now() < held.until ? Promise.resolve(held.token) : fetchToken()),
    drop() {
      held = undefined;
    },
  };
}
