import type { components } from './api.ts';
import { codesOf } from './counter-code.ts';
import { isSession, isView, type Session } from './guards.ts';
import type { Link } from './link.ts';
import { askedToWait, mayPass } from './may-pass.ts';
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

/** Seconds by which the service's time is set right while codes are shown; by more, this machine had a wrong one. */
const secondsSetBack = 2;

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

  /** Milliseconds since it was opened, by the service's clock. */
  function age(): number | undefined {
    const now = link.clock.now();
    return now === undefined ? undefined : Math.max(0, now - session.openedAt);
  }

  async function code(): Promise<string | undefined> {
    const passed = age();
    return passed === undefined ? undefined : await make(secondOf(passed));
  }

  async function* codes(until: AbortSignal) {
    let shown = -1;
    // A timer may end a moment before its second does, and the clock be set right by a little: no code comes twice.
    const isNew = (second: number) => second > shown || second < shown - secondsSetBack;
    while (!until.aborted) {
      const passed = age();
      if (passed === undefined) yield undefined;
      else if (isNew(secondOf(passed))) {
        shown = secondOf(passed);
        yield await make(shown);
      }
      try {
        const now = age();
        if (now === undefined) {
          await link.ask({ method: 'GET', path: `${path}/${session.sessionId}`, signal: until }, isView);
          if (age() === undefined) await pause(1_000, until);
        } else if (!isNew(secondOf(now))) await pause(1_000 - (now % 1_000), until);
      } catch (fault) {
        if (until.aborted) return;
        if (!mayPass(fault)) throw fault;
        // A refusal is dated too: where the time is known by it, codes go on.
        if (age() !== undefined) continue;
        await pause(Math.max(1_000, askedToWait(fault)), until).catch(() => undefined);
      }
    }
  }

  return { id: session.sessionId, session, code, codes };
}

const secondOf = (milliseconds: number): number => Math.floor(milliseconds / 1_000);
