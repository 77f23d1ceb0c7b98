import type { SampleKind } from '../../../shared/challenge.ts';
import type { CounterId, OperatorId, RpId, WebhookId } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import type { Scene } from '../../../shared/scenes.ts';
import type { SessionState } from '../../../shared/sessions.ts';

/**
 * Closed list of what is recorded, tagged with who did it: changes of state by who was recognised, each of which a compare-and-set or a
 * quota lets happen once or seldom.
 * What is refused, or can be repeated at will, is in the `tally` of its interval. None names a person, a device or a credential.
 */
export type AuditEvent =
  | { event: 'process-started'; by: 'operator'; previousHead: string }
  | { event: 'process-stopped'; by: 'operator' }
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
  | { event: 'session-claimed'; by: 'holder'; sessionId: string }
  | { event: 'challenge-issued'; by: 'authority'; sessionId: string; attempt: number }
  | { event: 'sample-recorded'; by: 'holder'; sessionId: string; kind: SampleKind }
  | { event: 'platform-face-begun'; by: 'holder'; sessionId: string }
  | { event: 'word-typed'; by: 'counter'; sessionId: string }
  | { event: 'verdict-taken'; by: 'authority'; sessionId: string; outcome: 'pass' | 'fail' | 'retry' }
  | {
      event: 'session-ended';
      by: 'holder' | 'counter' | 'clock' | 'authority';
      sessionId: string;
      state: SessionState;
    }
  | { event: 'credential-issued'; by: 'authority'; level: Level }
  | { event: 'operator-invited'; by: 'operator'; operatorId: OperatorId | null; invited: OperatorId }
  | { event: 'operator-enrolled'; by: 'operator'; operatorId: OperatorId }
  | { event: 'operator-signed-in'; by: 'operator'; operatorId: OperatorId }
  | { event: 'operator-revoked'; by: 'operator'; operatorId: OperatorId; revoked: OperatorId }
  | { event: 'passkey-added'; by: 'operator'; operatorId: OperatorId }
  | { event: 'passkey-removed'; by: 'operator'; operatorId: OperatorId }
  | { event: 'command-paired'; by: 'operator'; operatorId: OperatorId }
  | { event: 'operator-token-revoked'; by: 'operator'; operatorId: OperatorId; of: OperatorId }
  | { event: 'credential-voided'; by: 'holder' | 'authority' | 'clock' }
  | {
      event: 'webhook-changed';
      by: 'operator';
      operatorId: OperatorId;
      what: 'added' | 'changed' | 'paused' | 'resumed' | 'rotated' | 'revoked' | 'tested' | 'replayed';
      rpId: RpId;
      webhookId: WebhookId;
    }
  /** Its receiver answered that nothing is to come any more (410). */
  | { event: 'webhook-gone'; by: 'relying-party'; rpId: RpId; webhookId: WebhookId };

/** Adds the event to this process's hash chain. Resolves when it is durable; callers need not wait. */
export type Audit = (event: AuditEvent) => Promise<void>;
