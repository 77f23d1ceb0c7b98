const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long what opens the operator's side lives, each with its reason: a part of `limits`. Times in milliseconds. */

/** A link is sent and opened while both speak with each other; whoever finds it later has nothing. */
export const inviteLifetime = 15 * minute;
/** To take out a security key and to type its PIN, without haste. */
export const passkeyCeremony = 2 * minute;
/** A console that somebody walked away from is closed to the next person at the desk. */
export const operatorIdle = 15 * minute;
/** One working day: nobody stays signed in over night. */
export const operatorSession = 8 * hour;
/** Each call moves the idle end, but writes it down no more often than this. */
export const operatorTouch = 30 * second;
/** One verification serves a few changes that belong together. */
export const verificationFresh = 5 * minute;
/** Whoever looks once a week hears of each operator who came. */
export const newcomerTold = 7 * 24 * hour;
/** A shift with a long import in it. */
export const commandToken = 12 * hour;
/** A sandbox that is left running still opens to its own command; it opens nothing else. */
export const sandboxOperatorToken = 30 * 24 * hour;
/** To walk to the browser, sign in there and compare eight letters. */
export const pairingLifetime = 10 * minute;
/** Milliseconds between two looks of a command that waits: nobody notices less. */
export const pairingInterval = 2 * second;
/** A computer, a phone, a key in the pocket and one in the safe, twice over. */
export const passkeysPerOperator = 8;
/** Entries of one call of an import: with their statements about as many as a body takes. */
export const importPage = 50;
/** Letters of an id of an import that is told again, whatever it is: longer than any that fits. */
export const importedIdShown = 60;
/** A registration by a key without attestation is below 2 KB in all. */
export const passkeyPart = 4_096;
