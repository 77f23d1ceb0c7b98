import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import type { Cursor } from '../../../shared/contract/verify/08-sessions.ts';

/** That a session changed: which one, and to which version. */
export interface SessionChange {
  id: string;
  version: number;
}

/**
 * Tells those who wait in this process that a session changed. A hint only: it may come late, twice or not at all, so that
 * listeners read the session from the database, and again after a while.
 */
export interface SessionChanges {
  /** Told to whoever subscribed to one of the topics: the session's id, its counter's id, its new state. */
  publish(change: SessionChange, topics: readonly string[]): void;
  /** Answers the way to stop. */
  subscribe(topic: string, heard: (change: SessionChange) => void): () => void;
}

/** Where a counter's sessions are pushed to. */
export interface Screen {
  /** The cursor that was pushed last, in this stream or in the one before it. */
  after: string | undefined;
  push(view: CounterView, cursor: Cursor): void;
  /** Resolves when there is room for more, or nobody to read it. */
  room(): Promise<void>;
}

export interface Watching {
  /** Looks whether there is something new, as a hint of it may have been lost. */
  look(): void;
  stop(): void;
}
