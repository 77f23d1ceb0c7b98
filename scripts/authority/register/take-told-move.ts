import type { MoveBody } from '../../../shared/contract/authority/move-credential.ts';
import { landing, mayMove } from '../../../shared/credentials.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Credential } from '../ports/store.ts';
import { credentialNow } from './credential-standing.ts';
import { endDelegations } from './end-delegations.ts';

/**
 * Takes what the BFF tells of a credential: what its holder did from a login, which only makes it stronger, and that a dispute was dismissed,
 * which leaves it to the holder's face. What the table of moves does not have from there changes nothing; what this authority itself has
 * suspended nobody releases from outside. What its holder has erased, or a voice that was taken back, is deleted at once. A moment that lies ahead is taken for now.
 */
export function takeToldMove(
  ports: Pick<AuthorityPorts, 'now' | 'store'>,
  handle: string,
  { move, at }: MoveBody,
): void {
  const { credentials, held } = ports.store;
  ports.store.together(() => {
    if (move === 'erase') return erase(ports, handle);
    const credential = credentialNow(ports, handle);
    if (credential === undefined) return;
    if (move === 'withdraw-voice') return held.withdrawVoice(credential.person);
    const moved = after(credential, move, Math.min(at, ports.now()));
    if (moved !== undefined) credentials.put(moved);
  });
}

/** With what is held of the last account of a person goes by what that person answered for others. */
function erase(ports: Pick<AuthorityPorts, 'now' | 'store'>, handle: string): void {
  const { credentials, delegations, held } = ports.store;
  const person = credentials.find(handle)?.person;
  held.erase(handle, ports.now());
  if (person === undefined || credentials.aliveOf(person) !== undefined) return;
  endDelegations(ports, delegations.ofGuardian(person));
  delegations.forget(person);
}

function after(
  credential: Credential,
  move: Exclude<MoveBody['move'], 'erase' | 'withdraw-voice'>,
  at: number,
): Credential | undefined {
  const { state, suspendedBy } = credential;
  const named = move === 'take-over-unsecured' ? 'take-over' : move;
  if (!mayMove(state, named)) return undefined;
  switch (move) {
    case 'freeze':
      return { ...credential, state: 'frozen' };
    case 'report-card': {
      const cardReportEnds = at + limits.cardReportLasts;
      return { ...credential, cardReportEnds, state: landing(state, move, true) };
    }
    case 'report-phone':
      return { ...credential, state: 'void', reason: 'phone-lost' };
    case 'dispute':
      return {
        ...credential,
        ...{ state: 'suspended', suspendedBy: 'dispute', strictFrom: undefined, movable: undefined },
      };
    case 'release':
      return suspendedBy === 'dispute'
        ? { ...credential, state: 'frozen', suspendedBy: undefined }
        : undefined;
    case 'take-over':
    case 'take-over-unsecured': {
      const from = at + (move === 'take-over' ? 0 : limits.downgradeRest);
      const movable = { from, until: from + limits.movableFor };
      return { ...credential, state: 'unusable', movable };
    }
  }
}
