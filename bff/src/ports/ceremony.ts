import type { Random } from '../../../shared/bytes/random.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { ReadVerdict, VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { ProtectAct } from '../../../shared/credentials.ts';
import type { CredentialHandle, DelegationId, HolderId, RpId, SessionId } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import type { AuditEvent } from './audit.ts';
import type { Statement } from './db.ts';

/** A pass that the authority signed and that fits its session. */
export interface Pass {
  sessionId: SessionId;
  holderId: HolderId;
  deviceThumbprint: string;
  /** The credential that was shown, where the ceremony shows one. */
  credential: CredentialHandle | undefined;
  /** What the session is for: the level that it asks, and the act where its ceremony has several. */
  level: Level;
  act: ProtectAct | undefined;
  /** When the session was opened, epoch milliseconds. */
  openedAt: number;
  /** Where it was a ward's face: by which delegation of the holder's. */
  delegation: DelegationId | undefined;
  verdict: VerdictClaims;
}

/** What a pass writes beside the end of its session, all or nothing. */
export interface PassEffects {
  /** Guards that must hold, and what the pass brings. Where a guard does not hold the session fails. */
  withPass: Statement[];
  /**
   * Written where the pass is not: with that failure, or alone where the session is found in another state. It must do no harm where
   * another process has stored the same pass.
   */
  unstored: Statement[];
  /** Recorded once the pass stands. */
  audit: AuditEvent[];
}

/** A ceremony as this BFF carries it through: its rules, and what it does where all ceremonies do not do the same. */
export interface Ceremony {
  rules: CeremonyRules;
  onPass(sources: { now(): number; random: Random }, pass: Pass): PassEffects;
  /** Written where another officer has to look first: the session ends, and the credential that was shown waits for what comes of it. */
  onReview?(sources: { now(): number }, credential: CredentialHandle): Statement[];
  /** The same as a pass where no holder takes part and the authority knew the person by a card; with what it sealed to their phone. */
  onPassByCard?(sources: { now(): number; random: Random }, verdict: ReadVerdict): PassEffects;
  /** Written with the end of a check that an officer took in a phone's place, however it ends. Times in epoch milliseconds. */
  onEndByCard?(check: { rpId: RpId; since: number; endedAt: number }): Statement[];
  /**
   * Whether a step beside the verdict, such as an officer's decision, must come before the session may end; none does where this
   * is absent. Whoever takes that step tells of the session again: the verdict is then read once more.
   */
  awaitsStep?(sessionId: SessionId): Promise<boolean>;
}
