import type { Template } from './engines.ts';
import type { KeptPin } from './pins.ts';

/** What a holder gave in a raise that waits for another officer: it comes true with the confirmation, and with nothing else. */
export interface Grant {
  /** The PIN that was typed; with the tries that were used where it was one before. */
  pin: KeptPin | undefined;
  /** The voice in place of one that was taken back. */
  voice: Template | undefined;
  /** When the card ends that was read, epoch milliseconds; undefined where it is for life. */
  endsAt: number | undefined;
}

/** What a raise that came true has set beside the level, and what stood there before: by this it is found again and taken back. */
export interface Given {
  pinSalt: string | undefined;
  /** SHA-256 of the voice's template, base64url. */
  voiceDigest: string | undefined;
  endsAt: number | undefined;
  formerEnd: number | undefined;
}

export interface GrantTable {
  put(caseId: string, grant: Grant): void;
  /** Takes it away: it is given once, or not at all. */
  take(caseId: string): Grant | undefined;
  noteGiven(caseId: string, given: Given): void;
  takeGiven(caseId: string): Given | undefined;
  /**
   * Forgets what waits with no case any more, or with one that lapsed: asked for before the given time, and not because the right to raise was lost. What was given is known for as long as
   * the case.
   */
  purge(before: number): void;
}
