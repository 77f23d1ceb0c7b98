import type { components } from './api.ts';
import { codesOf } from './counter-code.ts';
import { isSession, isView, type Session } from './guards.ts';
import { type Link, mayPass } from './link.ts';
import { pause } from './pause.ts';

/** What the check is for: a scene that the relying party is registered for, and a purpose of it. */
export type Reason = components['schemas']['OpenSessionBody'];

/** A check that was opened here, and can be scanned. */
export interface Check {
  readonly id: string;
  readonly session: Session;
  /** The code of this second, to be shown as a QR code; undefined while the service's time is not known. */
  code(): Promise<string | undefined>;
  /**
   * A new code each second until `signal` is aborted, undefined where none is to be shown: the service's time is then asked for, as it is after
   * this machine slept.
   */
  codes(signal: AbortSignal): AsyncGenerator<string | undefined, void, undefined>;
}

/**
 * Opens a check. An answer that was lost is asked for again under the same key, so that there is one check and no more.
 * @throws Refused, Unreachable
 */
export async function openCheck(link: Link, reason: Reason, signal?: AbortSignal): Promise<Check> {
  const headers = { 'idempotency-key': `"${crypto.randomUUID()}"` };
  const path = '/counter/v1/sessions';
  const session = await link.ask(
    { method: 'POST', path, body: reason, headers, repeatable: true, signal },
    isSession,
  );
  link.clock.sharpen(session.serverTime);
  const make = await codesOf(session);

  async function code(): Promise<string | undefined> {
    const now = link.clock.now();
    if (now === undefined) return undefined;
    return await make(Math.max(0, Math.floor((now - session.openedAt) / 1000)));
  }

  async function* codes(until: AbortSignal) {
    while (!until.aborted) {
      yield await code();
      const now = link.clock.now();
      try {
        if (now === undefined) {
          await link.ask({ method: 'GET', path: `${path}/${session.sessionId}`, signal: until }, isView);
          if (link.clock.now() === undefined) await pause(1_000, until);
        } else await pause(1_000 - ((now - session.openedAt) % 1_000), until);
      } catch (fault) {
        if (until.aborted) return;
        if (!mayPass(fault)) throw fault;
        await pause(1_000, until).catch(() => undefined);
      }
    }
  }

  return { id: session.sessionId, session, code, codes };
}
