const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long what opens the operator's side lives, each with its reason: a part of `limits`. Times in milliseconds. */
export const operatorLimits = {
  /** A link is sent and opened while both speak with each other; whoever finds it later has nothing. */
  inviteLifetime: 15 * minute,
  /** To take out a security key and to type its PIN, without haste. */
  passkeyCeremony: 2 * minute,
  /** A console that somebody walked away from is closed to the next person at the desk. */
  operatorIdle: 15 * minute,
  /** One working day: nobody stays signed in over night. */
  operatorSession: 8 * hour,
  /** Each call moves the idle end, but writes it down no more often than this. */
  operatorTouch: 30 * second,
  /** One verification serves a few changes that belong together. */
  verificationFresh: 5 * minute,
  /** A shift with a long import in it. */
  commandToken: 12 * hour,
  /** A sandbox that is left running still opens to its own command; it opens nothing else. */
  sandboxOperatorToken: 30 * 24 * hour,
  /** To walk to the browser, sign in there and compare eight letters. */
  pairingLifetime: 10 * minute,
  /** Milliseconds between two looks of a command that waits: nobody notices less. */
  pairingInterval: 2 * second,
  /** A computer, a phone, a key in the pocket and one in the safe, twice over. */
  passkeysPerOperator: 8,
  /** A registration by a key without attestation is below 2 KB in all. */
  passkeyPart: 4_096,
} as const;
