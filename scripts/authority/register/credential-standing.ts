import type { VoidReason } from '../../../shared/credentials.ts';
import type { Level } from '../../../shared/levels.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Credential } from '../ports/store.ts';

type Needs = Pick<AuthorityPorts, 'now' | 'store'>;

/** A credential that has just been issued, but for what says which. */
export const newCredential = {
  ...{ state: 'active', reason: undefined, strictFrom: undefined, cardReportEnds: undefined },
  ...{ movable: undefined, suspendedBy: undefined, voiceWithdrawn: false, endsAt: undefined },
} as const satisfies Partial<Credential>;

/** The credential as it is at this moment: what ends or comes by itself has done so on time, whenever it is written down. */
export function credentialNow({ store, now }: Needs, handle: string): Credential | undefined {
  const credential = store.credentials.find(handle);
  return credential && asOf(credential, now());
}

/** Whether the person has a credential that is strict and may be shown at this moment. */
export function isStrict({ store, now }: Needs, person: string): boolean {
  const own = store.credentials.ofPerson(person).map((credential) => asOf(credential, now()));
  return own.some(({ state, level }) => state === 'active' && level === 'strict');
}

/** Gives a credential that is not void another level, at once: one that was to come by itself comes no more. */
export function setLevel(needs: Needs, handle: string, level: Level): void {
  const credential = credentialNow(needs, handle);
  if (credential === undefined || credential.state === 'void') return;
  if (credential.level === level && credential.strictFrom === undefined) return;
  needs.store.credentials.put({ ...credential, level, strictFrom: undefined });
}

/** Writes down what has ended or come by itself; the templates of what is void go with it. Its cost is what is due. */
export function settleCredentials({ store, now }: Needs): void {
  const most = 100;
  for (let found = most; found === most; ) {
    const due = store.credentials.due(now(), most);
    found = due.length;
    store.together(() => {
      for (const credential of due) store.credentials.put(asOf(credential, now()));
    });
  }
}

function asOf(credential: Credential, now: number): Credential {
  const { strictFrom, cardReportEnds, movable, endsAt, state } = credential;
  const past = (moment: number | undefined) => moment !== undefined && moment <= now;
  const settled = { ...credential };
  if (past(strictFrom)) {
    settled.level = 'strict';
    settled.strictFrom = undefined;
  }
  if (past(cardReportEnds)) {
    settled.cardReportEnds = undefined;
    if (state === 'card-reported-lost') settled.state = 'active';
  }
  if (past(movable?.until)) end(settled, 'superseded');
  if (state !== 'void' && past(endsAt)) end(settled, 'expired');
  return settled;
}

function end(credential: Credential, reason: VoidReason): void {
  credential.state = 'void';
  credential.reason = reason;
  credential.movable = undefined;
}
