/** All that a principal can create or hold open, by who is counted. What each allows stands in `quota/quotas.ts`. */
export type QuotaName =
  | 'calls-by-network'
  | 'calls-by-device'
  | 'calls-by-holder'
  | 'calls-by-counter'
  | 'calls-by-rp'
  | 'calls-by-operator'
  | 'calls-by-officer'
  | 'officer-sign-ins-by-network'
  | 'raises-by-officer'
  | 'assists-by-officer'
  | 'look-ups-by-officer'
  | 'appointments-by-holder'
  | 'cancellations-by-holder'
  | 'sign-ins-by-network'
  | 'sign-ins-by-operator'
  | 'invites-by-operator'
  | 'pairings-by-network'
  | 'pairing-looks-by-network'
  | 'logins-by-network'
  | 'login-proofs'
  | 'takeovers-by-holder'
  | 'assertions-by-counter'
  | 'device-polls-by-counter'
  | 'page-tokens-by-counter'
  | 'user-codes-by-network'
  | 'platform-logins-by-network'
  | 'platform-logins-by-device'
  | 'platform-calls'
  | 'platform-calls-by-network'
  | 'sms-pause-by-number'
  | 'sms-by-number'
  | 'sms-by-device'
  | 'sms-by-network'
  | 'platform-faces-by-holder'
  | 'applications-by-holder'
  | 'moves-by-holder'
  | 'exports-by-holder'
  | 'soter-challenges-by-network'
  | 'meetings-by-holder'
  | 'meetings-joined-by-holder'
  | 'delegation-changes-by-holder'
  | 'ward-codes-by-holder'
  | 'ward-codes-by-counter'
  | 'arrivals-by-network'
  | 'arrivals-by-device'
  | 'arrivals-by-session'
  | 'arrivals-by-session-and-network'
  | 'sessions-by-counter'
  | 'sessions-by-rp'
  | 'words-by-counter'
  | 'code-pictures-by-counter'
  | 'code-pictures-by-rp'
  | 'code-pictures'
  | 'live-applications-by-device'
  | 'live-checks-by-device'
  | 'live-sessions-by-counter'
  | 'live-sessions-by-rp'
  | 'long-polls-by-device'
  | 'long-polls-by-counter'
  | 'event-streams-by-counter'
  | 'event-streams-by-rp'
  | 'event-streams-by-page-token'
  | 'uploads'
  | 'uploads-by-device'
  | 'uploads-by-sample'
  | 'receipt-reads-by-network'
  | 'reports-by-network'
  | 'webhooks-by-rp'
  | 'tests-by-webhook';

/** One of a quota, for one who is counted: a holder id, a thumbprint, a network; empty where all are counted together. */
export interface Demand {
  quota: QuotaName;
  subject: string;
  /** In place of the table's number, where the operator sets it. */
  most?: number | undefined;
  amount?: Pick<Bucket, 'atOnce' | 'every'> | undefined;
}

/** A bucket of `atOnce`, into which one more comes each `every` milliseconds. */
export interface Bucket {
  key: string;
  atOnce: number;
  every: number;
}

/** What is left in a bucket. */
export interface Left {
  left: number;
  /** When there is one more, epoch milliseconds: now, where it is full. */
  nextAt: number;
}

/** What is left in a bucket that says when it would be full again. */
export function leftIn({ atOnce, every }: Bucket, fullAt: number, now: number): Left {
  const taken = Math.min(atOnce, Math.max(0, Math.ceil((fullAt - now) / every)));
  return { left: atOnce - taken, nextAt: taken === 0 ? now : fullAt - (taken - 1) * every };
}

/** Room for `most` at once. */
export interface Room {
  key: string;
  most: number;
  /**
   * Who makes way in a full room: the newcomer is refused; the oldest goes; or the newest of that share which has the most, where it
   * has at least two more than the newcomer's, so that nobody's many keep out another's first.
   */
  full: 'refuse' | 'oldest-goes' | 'largest-share-shrinks';
}

/** What is held open in several rooms at once, the narrowest first. */
export interface Held {
  rooms: readonly Room[];
  /** Whose it is, where rooms are shared by shares. */
  share: string;
  /** When it ends by itself, epoch milliseconds; undefined where that says nothing of when it is likely to. */
  until: number | undefined;
  /** Ends it before its time: its places are given to another already, for want of room in that of the key. */
  giveWay(key: string): void;
}

/** What this process counts by itself, in memory that is bounded whatever comes. */
export interface Usage {
  /** How many times the amounts of the table everybody has: 1, but for load tests. */
  readonly factor: number;
  /** Takes one from each bucket, or nothing; then the time at which each would have one. */
  draw(buckets: readonly Bucket[], now: number): 'taken' | { freeAt: number; key: string };
  /** How many are left in a bucket, and when there is one more. */
  left(bucket: Bucket, now: number): Left;
  /** Puts back what was drawn of each bucket in vain. */
  putBack(buckets: readonly Bucket[]): void;
  /** Takes a place in each room, or none. `leave` may be called more than once. */
  hold(held: Held): { leave(): void } | { freeAt: number | undefined; key: string };
}
