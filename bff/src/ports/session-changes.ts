import type { CounterId } from '../../../shared/ids.ts';
import type { SessionState } from '../../../shared/sessions.ts';

/** That a session changed: what is needed to tell whom it concerns, and nothing to show to anybody. */
export interface SessionChange {
  id: string;
  version: number;
  state: SessionState;
  /** Absent where no counter asks. */
  counterId?: CounterId;
}

/**
 * Tells those who wait in this process that a session changed. A hint only: it may come late, twice or not at all, so that
 * listeners read the session from the database, and again after a while.
 */
export interface SessionChanges {
  publish(change: SessionChange): void;
  /** `topic` is a session id, a counter id or a state. Answers the way to stop. */
  subscribe(topic: string, heard: (change: SessionChange) => void): () => void;
}
