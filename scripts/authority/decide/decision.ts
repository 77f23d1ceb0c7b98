import type { RetryHint } from '../../../shared/challenge.ts';
import type { Level } from '../../../shared/levels.ts';
import type { FaceBand } from '../engines/face/types.ts';
import type { VoiceTemplate } from '../engines/voice/types.ts';
import type { Credential } from '../store/credential-table.ts';
import type { Person } from '../store/people-table.ts';

/** What the engines and the register lead to, before attempts, locks and voided credentials are looked at. */
export interface Decision {
  outcome: FaceBand;
  level: Level;
  hints: RetryHint[];
  /** Whom it is about, where that is known. */
  person: string | undefined;
  /** What must not be brought again; absent where no engine looked at it. */
  seenFace?: readonly string[];
  seenVoice?: { digests: readonly string[]; traces: readonly VoiceTemplate[] };
  /** apply, pass: the credential to issue, and the person where the register learns of one. */
  issue?: { credential: Credential; newPerson: Person | undefined };
}
