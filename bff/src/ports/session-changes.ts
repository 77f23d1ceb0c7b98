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
