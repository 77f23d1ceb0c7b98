import type { CounterId, RpId } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import type { Scene } from '../../../shared/scenes.ts';
import type { SessionState } from '../../../shared/sessions.ts';

/** Closed list of what is recorded, tagged with who did it. None names a person, a device or a credential. */
export type AuditEvent =
  | { event: 'process-started'; by: 'operator'; previousHead: string }
  | { event: 'process-stopped'; by: 'operator' }
  | { event: 'counter-token-issued'; by: 'counter'; rpId: RpId; counterId: CounterId }
  | { event: 'login-code-sent'; by: 'holder' }
  | { event: 'holder-logged-in'; by: 'holder'; platform: string; tookOver: boolean }
  | {
      event: 'session-opened';
      by: 'counter';
      sessionId: string;
      rpId: RpId;
      counterId: CounterId;
      scene: Scene;
      level: Level;
    }
  | { event: 'application-opened'; by: 'holder'; voice: boolean }
  | { event: 'session-claimed'; by: 'holder'; sessionId: string }
  | { event: 'claim-refused'; by: 'holder'; why: string }
  | { event: 'challenge-issued'; by: 'authority'; sessionId: string; attempt: number }
  | { event: 'sample-relayed'; by: 'holder'; sessionId: string; kind: string; bytes: number }
  | { event: 'platform-face-begun'; by: 'holder'; sessionId: string }
  | { event: 'platform-face-ended'; by: 'authority'; sessionId: string; came: boolean }
  | { event: 'verdict-taken'; by: 'authority'; sessionId: string; outcome: 'pass' | 'fail' | 'retry' }
  | { event: 'verdict-refused'; by: 'authority'; sessionId: string; why: string }
  | {
      event: 'session-ended';
      by: 'holder' | 'counter' | 'clock' | 'authority';
      sessionId: string;
      state: SessionState;
    }
  | { event: 'credential-issued'; by: 'authority'; level: Level }
  | { event: 'credential-voided'; by: 'holder' };

/** Adds the event to this process's hash chain. Resolves when it is durable; callers need not wait. */
export type Audit = (event: AuditEvent) => Promise<void>;
