import type { ConsentSubject } from '../../../shared/consent/consent-forms.ts';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { DisputeKind } from '../../../shared/contract/protect/dispute.ts';
import type { CredentialMove, ProtectAct } from '../../../shared/credentials.ts';
import type { CounterId, DisputeId, ErasureId, OperatorId, RpId, WebhookId } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import type { Scene } from '../../../shared/scenes.ts';
import type { SessionState } from '../../../shared/sessions.ts';
import type { Statement, WriteOptions, Written } from './db.ts';

/**
 * Closed list of what is recorded, tagged with who did it: changes of state by who was recognised, each of which a compare-and-set or a
 * quota lets happen once or seldom.
 * What is refused, or can be repeated at will, is in the `tally` of its interval. None names a person, a device or a credential.
 */
export type AuditEvent =
  | { event: 'process-started'; by: 'operator'; previousHead: string }
  | { event: 'process-stopped'; by: 'operator' }
  /** Written where a copy, whose newest entry is of that time, took the place of a database. */
  | { event: 'database-restored'; by: 'command'; takenAt: number }
  | { event: 'tally'; by: 'clock'; since: number; counts: Readonly<Record<string, number>> }
  | { event: 'device-taken'; by: 'holder'; platform: string; tookOver: boolean }
  | {
      event: 'session-opened';
      by: 'counter';
      sessionId: string;
      rpId: RpId;
      counterId: CounterId;
      scene: Scene;
      level: Level;
    }
  | { event: 'device-code-used'; by: 'counter'; sessionId: string }
  | { event: 'application-opened'; by: 'holder'; voice: boolean }
  | { event: 'move-opened'; by: 'holder'; voice: boolean }
  | { event: 'protection-opened'; by: 'holder'; act: ProtectAct }
  | { event: 'session-claimed'; by: 'holder'; sessionId: string }
  | { event: 'challenge-issued'; by: 'authority'; sessionId: string; attempt: number }
  /** Of which kind it was would tell that a check went without a face. */
  | { event: 'sample-recorded'; by: 'holder'; sessionId: string }
  | { event: 'platform-face-begun'; by: 'holder'; sessionId: string }
  | { event: 'word-typed'; by: 'counter'; sessionId: string }
  | { event: 'verdict-taken'; by: 'authority'; sessionId: string; outcome: VerdictClaims['outcome'] }
  | {
      event: 'session-ended';
      by: 'holder' | 'counter' | 'clock' | 'authority' | 'operator';
      sessionId: string;
      state: SessionState;
    }
  | { event: 'credential-issued'; by: 'authority'; level: Level }
  | { event: 'credential-raised' | 'credential-lowered'; by: 'authority'; level: Level }
  | { event: 'operator-invited'; by: 'operator'; operatorId: OperatorId | null; invited: OperatorId }
  | { event: 'operator-enrolled'; by: 'operator'; operatorId: OperatorId }
  | { event: 'operator-signed-in'; by: 'operator'; operatorId: OperatorId }
  | { event: 'operator-revoked'; by: 'operator'; operatorId: OperatorId; revoked: OperatorId }
  | { event: 'passkey-added'; by: 'operator'; operatorId: OperatorId }
  | { event: 'passkey-removed'; by: 'operator'; operatorId: OperatorId }
  | { event: 'command-paired'; by: 'operator'; operatorId: OperatorId }
  | { event: 'operator-token-revoked'; by: 'operator'; operatorId: OperatorId; of: OperatorId }
  | { event: 'credential-moved'; by: 'holder' | 'authority' | 'clock' | 'operator'; move: CredentialMove }
  | { event: 'strict-came'; by: 'clock' }
  | { event: 'dispute-opened'; by: 'holder'; disputeId: DisputeId; kind: DisputeKind }
  | {
      event: 'dispute-resolved';
      by: 'operator';
      operatorId: OperatorId;
      disputeId: DisputeId;
      outcome: 'upheld' | 'dismissed';
    }
  | { event: 'consent-withdrawn'; by: 'holder'; subject: ConsentSubject }
  | { event: 'held-data-exported'; by: 'holder' }
  | { event: 'account-erased'; by: 'holder'; erasureId: ErasureId }
  | { event: 'delegation-made'; by: 'authority' }
  | { event: 'delegation-renewed'; by: 'holder' }
  | { event: 'delegation-ended'; by: 'holder' | 'clock' }
  | { event: 'credential-voided'; by: 'holder' | 'authority' | 'clock' }
  | WebhookChanged
  /** Its receiver answered that nothing is to come any more (410). */
  | { event: 'webhook-gone'; by: 'relying-party'; rpId: RpId; webhookId: WebhookId }
  | ({ event: 'registry-changed' } & Actor & RegistryChange);

/** What an operator did to a webhook. */
export interface WebhookChanged {
  event: 'webhook-changed';
  by: 'operator';
  operatorId: OperatorId;
  what: 'added' | 'changed' | 'paused' | 'resumed' | 'rotated' | 'revoked' | 'tested' | 'replayed';
  rpId: RpId;
  webhookId: WebhookId;
}

/** Who changes the registry: an operator, or the command of the machine before there is one. */
export type Actor = { by: 'operator'; operatorId: OperatorId } | { by: 'command' };

/** What became of what. */
export interface RegistryChange {
  what: RegistryWord;
  rpId?: RpId;
  counterId?: CounterId;
  /** The id of a key, an acceptance point, a terminals' owner or a proposal; the thumbprint of a root. */
  about?: string;
  reason?: string;
}

type RegistryWord =
  | `rp-${'added' | 'renamed' | 'scenes-set' | 'encryption-key-set' | 'quotas-set' | 'watched' | 'unwatched' | 'revoked' | 'restored'}`
  | `counter-${'added' | 'registered-anew' | 'origins-set' | 'quotas-set' | 'revoked' | 'restored'}`
  | `key-${'added' | 'rotated' | 'revoked'}`
  | `acceptance-point-${'added' | 'changed' | 'revoked'}`
  | `terminal-owner-${'added' | 'changed' | 'revoked'}`
  | `proposal-${'made' | 'approved' | 'withdrawn' | 'refused'}`
  | 'root-trusted';

/** Adds the event to this process's hash chain. Resolves when it is durable; callers need not wait. */
export type Audit = (event: AuditEvent) => Promise<void>;

/**
 * Adds the event to the chain in the same write as the statements: what is done stands in it, and nothing stands in it that was not done.
 * @throws Problem as `Db.write`
 */
export type AuditedWrite = (
  event: AuditEvent,
  statements: readonly Statement[],
  options?: Pick<WriteOptions, 'reserve'>,
) => Promise<Written>;
