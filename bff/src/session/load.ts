import { Problem } from '../../../shared/problem.ts';
import type { CounterCaller, HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { isForRp } from './ceremony-of.ts';
import { expire } from './expire.ts';
import { forgetDevice } from './forget-device.ts';
import { deviceOf, sessionOf } from './row.ts';
import { isLive, isLiveCheck, type Session } from './session.ts';

/**
 * The session as it stands now: one whose time has run out is ended, or has forgotten its phone, first. What is being decided stays
 * so until its verdict was asked for a last time.
 */
export async function load(ports: Ports, id: string): Promise<Session | undefined> {
  const session = await read(ports, id);
  if (session === undefined || session.deadline > ports.now() || session.state === 'deciding') return session;
  await (isLive(session) ? expire(ports, [session]) : forgetDevice(ports, [session]));
  return read(ports, id);
}

/**
 * @throws Problem not-found, also where another phone takes part: absent and forbidden look the same; session-taken on the phone whose
 * late scan gave way to a fresh one
 */
export async function loadOwn(ports: Ports, caller: HolderCaller, id: string): Promise<Session> {
  const session = await load(ports, id);
  if (session === undefined || deviceOf(session) !== caller.deviceThumbprint)
    throw refusalFor(session, caller.deviceThumbprint);
  return session;
}

/** Why a device that does not take part is refused. */
export function refusalFor(session: Session | undefined, device: string): Problem {
  const gaveWay = session !== undefined && isLiveCheck(session) && session.asked.displaced === device;
  return new Problem(gaveWay ? 'session-taken' : 'not-found');
}

/**
 * @throws Problem not-found, also for a session of another RP. Any counter of one RP may read what another of its counters opened; a page
 * of a counter may not. What an officer opened is read by officers of the point alone.
 */
export async function loadAtCounter(ports: Ports, caller: CounterCaller, id: string): Promise<Session> {
  const session = await load(ports, id);
  if (session?.asked.by !== 'counter' || session.asked.request.rpId !== caller.rpId)
    throw new Problem('not-found');
  if (isForRp(ports, session) === (caller.officer === true)) throw new Problem('not-found');
  if (caller.ownSessionsOnly && session.asked.request.counterId !== caller.counterId)
    throw new Problem('not-found');
  return session;
}

async function read(ports: Ports, id: string): Promise<Session | undefined> {
  const [row] = await ports.db.read('select id, body from sessions where id = :id', { id });
  return row && sessionOf(ports, row);
}
