import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Officer, Point, Shift, SignedWord } from '../ports/officers.ts';
import { isStrict } from '../register/credential-standing.ts';
import { isExempt } from './exempt-until.ts';

/** A shift with whoever and whatever it depends on. */
export interface StandingShift {
  shift: Shift;
  officer: Officer;
  /** Where credentials are raised; absent for an attendant. */
  point: Point | undefined;
}

/**
 * The shift, if it is not over, was used within `limits.officerIdle`, and nothing that it stands on was revoked: its officer, the point, the passkey that opened it. An officer's own
 * credential has to be strict still, but for the first ones in their first days (`exemptUntil`).
 * @throws Problem shift-over
 */
export function standingShift(ports: AuthorityPorts, shift: Shift | undefined): StandingShift {
  if (shift?.endedAt !== undefined) throw new Problem('shift-over');
  return stoodAt(ports, shift, ports.now());
}

/**
 * The shift as it was when its officer gave that word, with whoever and whatever it depends on as they are now: that it ended in good order afterwards undoes
 * no word, a revocation does, also that of the passkey which signed.
 * @throws Problem shift-over
 */
export function shiftOfWord(
  ports: AuthorityPorts,
  { shiftId, officerId, passkeyId, at }: Pick<SignedWord, 'shiftId' | 'officerId' | 'passkeyId' | 'at'>,
): StandingShift {
  const { store } = ports;
  const stood = stoodAt(ports, store.shifts.find(shiftId), at);
  const passkey = store.officers.passkey(passkeyId);
  if (stood.officer.id !== officerId || passkey === undefined || passkey.revokedAt !== undefined)
    throw new Problem('shift-over');
  return stood;
}

function stoodAt(ports: AuthorityPorts, shift: Shift | undefined, at: number): StandingShift {
  const { store } = ports;
  const officer = shift && store.officers.find(shift.officerId);
  const passkey = shift && store.officers.passkey(shift.passkeyId);
  if (
    shift === undefined ||
    wasOver(shift, at) ||
    officer === undefined ||
    officer.revokedAt !== undefined ||
    passkey === undefined ||
    passkey.revokedAt !== undefined ||
    !(isExempt(ports, officer) || isStrict(ports, officer.person))
  )
    throw new Problem('shift-over');
  return { shift, officer, point: pointOf(ports, officer) };
}

/** What ended at the very moment of a word was open for it: no word is taken from a shift that is over. */
function wasOver({ endedAt, expiresAt, usedAt }: Shift, at: number): boolean {
  return (endedAt ?? at) < at || expiresAt <= at || usedAt + limits.officerIdle <= at;
}

/** The same, and its officer is at work in it. @throws Problem shift-over */
export function noteUse(ports: AuthorityPorts, shiftId: string): StandingShift {
  const { store, now } = ports;
  return store.together(() => {
    const standing = standingShift(ports, store.shifts.find(shiftId));
    store.shifts.use(shiftId, now());
    return standing;
  });
}

/** @throws Problem shift-over where it was revoked, or the counter became another's */
function pointOf({ store }: AuthorityPorts, { pointId, counterId }: Officer): Point | undefined {
  if (pointId === undefined) return undefined;
  const point = store.points.find(pointId);
  if (point === undefined || point.revokedAt !== undefined || point.counterId !== counterId)
    throw new Problem('shift-over');
  return point;
}
