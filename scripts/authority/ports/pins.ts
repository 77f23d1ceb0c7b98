/** scrypt (RFC 7914) of a PIN: base64url, never the PIN. */
export interface PinHash {
  salt: string;
  hash: string;
}

/** One that somebody had, and how many tries were used. */
export interface KeptPin extends PinHash {
  tries?: number;
}

export interface PinTable {
  /** The person's PIN from now on; with all its tries, but for those that were used before it was taken back. */
  set(person: string, pin: KeptPin): void;
  /** By what the person's PIN of this moment is known. */
  saltOf(person: string): string | undefined;
  /** Takes it back, if it is the one with that salt still. */
  remove(person: string, salt: string): KeptPin | undefined;
  /** Counts a try before it is made. undefined where the person has no PIN, or the last try was used: only a desk sets another. */
  takeTry(person: string): PinHash | undefined;
  /** It fitted. @param hash of which the tries are: one that was set meanwhile has its own */
  clearTries(person: string, hash: string): void;
}
