import { limits } from '../../../shared/limits.ts';
import { sendCall } from './send-call.ts';

/** The access token of one counter, fetched when it is needed and kept in memory only. */
export interface CounterToken {
  /** @throws Refused */
  get(): Promise<string>;
  /** It was refused: the next one is fetched. */
  drop(): void;
}

export function counterToken(counterId: string): CounterToken {
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
    get: () => (held !== undefined && now() < held.until ? Promise.resolve(held.token) : fetchToken()),
    drop() {
      held = undefined;
    },
  };
}
