/** How a counter reaches the counter API: where it is, and the token that opens it, which is kept in memory only. */
export interface Access {
  /** What stands before each path: the BFF's address, or nothing in pages of its own. */
  readonly api: string;
  /** @throws Refused */
  get(): Promise<string>;
  /** The one that was got last was refused, or is over: another one is needed. */
  drop(): void;
}
