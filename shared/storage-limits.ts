const second = 1000;
const minute = 60 * second;

/** What is written, kept and done by itself, each with its reason: a part of `limits`, in milliseconds and bytes. */

/** What was deleted is still in the write-ahead log; this is how much longer than its time it stays there. */
export const scrubEvery = 1 * minute;
/** Who only looks into the database, to check the audit chains, has time for the BFF that writes it. */
export const lookWait = 2 * second;
/** Another process that starts may be bringing the database up to date. */
export const startWait = 10 * second;
/** A process that was just killed needs a moment to go; one that is still there then is there to stay. */
export const lockWait = 500;
/** Commits of others take milliseconds: whoever is in the way longer is at something else, and callers should not hang on it. */
export const writePatience = 1 * second;
/** The first pause before a write is tried again is no longer than this, the second than twice as much, up to five times. */
export const writePause = 6;
/** Audit entries are waited with: while nothing can be written there is nothing to record. */
export const auditPause = 200;
/** Kept on the disk for ends of sessions and of the audit chain: more than the write-ahead log (4 MB), which may have to be copied. */
export const storageReserve = 8 * 1024 * 1024;
/** What of it is given back at once: some sixty commits. */
export const storageSlice = 256 * 1024;
/** Where less is free the next minutes would end as the last have. */
export const storageToStart = 1024 * 1024;
/** How often a full disk is looked at for room. */
export const storageLook = 1 * second;
/** Somebody has to make room; people are told to come back, not to wait. */
export const storageRetryAfterSeconds = 30;
/** What the log keeps in memory while it cannot be written; later lines are dropped, and counted. */
export const logBacklog = 1024 * 1024;
/** More audit entries than this in one write would hold up the sessions' own writes. */
export const auditAtOnce = 500;
/** Audit entries that are held in memory while the chains are checked: one page of any number. */
export const auditPage = 1000;
/** Refusals are told in the audit chain by one entry so often: half a million entries a year at most, whoever attacks. */
export const tallyEvery = 1 * minute;
/** Audit entries that come this close to each other share one write. */
export const auditLinger = 25;
/** Deadlines are kept to the second. */
export const jobEvery = 1 * second;
/** Sessions whose deadlines are kept in one write: a few milliseconds, and the next one follows at once. */
export const sweepAtOnce = 50;
/** Due sessions that are shared out among their relying parties in one round. */
export const sweepLook = 20_000;
/** Rows that are forgotten in one write: a few milliseconds, and as long a pause, so that no request waits for a flood to go. */
export const forgottenAtOnce = 100;
export const forgetPause = 10;
/** A process that died keeps the others from its work this long, and the grace. */
export const leaseLifetime = 10 * second;
/** Clocks of machines that share a database are kept in step; seconds apart is broken. */
export const leaseGrace = 5 * second;
/** What is told at the same moment: a sixth of the connections to the authority. */
export const outboxAtOnce = 20;
/** Longer than any call takes until it is given up: whose process ended meanwhile is told again. */
export const outboxTakenFor = 20 * second;
/** The first pause after a failure; it doubles each time, up to the most: who was away for a day is told within minutes. */
export const outboxPause = 2 * second;
export const outboxPauseMost = 5 * minute;
