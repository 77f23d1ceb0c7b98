import type { SampleKind } from '../../../shared/challenge.ts';
import type { DeviceCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { ceremonyOf } from '../session/ceremony-of.ts';
import { load, refusalFor } from '../session/load.ts';
import { deviceOf } from '../session/row.ts';
import type { Session } from '../session/session.ts';

/**
 * The session for which the caller's device captures: it is the phone that took the session, or the device of a party. With a kind, the one for
 * which it brings that sample.
 * @throws Problem not-found, also where another device captures: absent and forbidden look the same;
 * session-taken on the phone that had to give way
 */
export async function loadCaptured(
  ports: Ports,
  caller: DeviceCaller,
  id: string,
  kind?: SampleKind,
): Promise<Session> {
  const session = await load(ports, id);
  if (session === undefined || capturingDevice(ports, session, kind) !== caller.deviceThumbprint)
    throw refusalFor(session, caller.deviceThumbprint);
  return session;
}

function capturingDevice(ports: Ports, session: Session, kind?: SampleKind): string | undefined {
  const { capturedBy, broughtBy } = ceremonyOf(ports, session).rules;
  const bringer = kind === undefined || kind === 'platform-face' ? undefined : broughtBy?.[kind];
  if (bringer !== undefined) return session.parties[bringer];
  return capturedBy === 'holder' ? deviceOf(session) : session.parties[capturedBy];
}
