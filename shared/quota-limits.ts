export * from './peer-limits.ts';

const second = 1000;
const minute = 60 * second;

/**
 * What each phone, holder, counter, relying party and network may make and hold, each with its reason: a part of `limits`. Of what is
 * made `atOnce` may come together, and one more each `every` milliseconds.
 */

/** Calls of any kind. A check takes a phone some twenty, and it looks every four seconds for as long as somebody reads. */
export const callsPerDevice = { atOnce: 300, every: 200 } as const;
export const callsPerHolder = { atOnce: 300, every: 200 } as const;
/** A counter's system may read each session again and again, and fetch a token for each reading. */
export const callsPerCounter = { atOnce: 1_200, every: 50 } as const;
/** A chain of a thousand desks that all begin their day at once. */
export const callsPerRp = { atOnce: 12_000, every: 5 } as const;
/** Somebody at the console, or a list of a thousand counters that is imported. */
export const callsPerOperator = { atOnce: 2_000, every: 50 } as const;
/** An office of operators behind one address, each with a slip or two; beyond it somebody floods the table of challenges. */
export const signInsPerNetwork = { atOnce: 40, every: 5 * second } as const;
/** Nobody signs in more often by hand; each is an entry of the audit chain, for good. */
export const signInsPerOperator = { atOnce: 60, every: 1 * minute } as const;
/** Everybody of a shift is invited at once; each link is an entry of the audit chain. */
export const invitesPerOperator = { atOnce: 20, every: 3 * minute } as const;
/** Two machines of a desk, each with a key, the next, and two that are being changed over; the registrar signs anew for each. */
export const keysPerCounter = 8;
/** What a colleague looks through in a day; more buries the one that matters. */
export const openProposalsPerOperator = 20;
/** Each waits ten minutes at most for somebody to approve it. */
export const pairingsPerNetwork = { atOnce: 10, every: 30 * second } as const;
/** A command that waits looks each two seconds, for ten minutes; several at once behind one address. */
export const pairingLooksPerNetwork = { atOnce: 60, every: 500 } as const;
/** One address may be a town behind a mobile network's gateway; above five hundred calls a second it takes the room of all others. */
export const callsPerNetwork = { atOnce: 30_000, every: 2 } as const;
/** A phone logs in every ten minutes; a gateway with thousands of phones behind it stays below. */
export const loginsPerNetwork = { atOnce: 3_000, every: 50 } as const;
/** Who moves to a new phone and back does it a few times; each is two entries of the audit chain, for good. */
export const takeoversPerHolder = { atOnce: 20, every: 3 * minute } as const;
/** Of these a phone needs one when it is new: what is made up is asked of WeChat or Alipay all the same, and costs a connection. */
export const platformLoginsPerNetwork = { atOnce: 300, every: 1 * second } as const;
export const platformLoginsPerDevice = { atOnce: 10, every: 30 * second } as const;
/** Connections to one platform, which answers within half a second; so many calls more may wait for one of them. */
export const platformConnections = 16;
export const platformCalls = 128;
/** A quarter of them: one network's made-up logins leave room for everybody else's. */
export const platformCallsPerNetwork = 32;
/** What operators of SMS allow for one number, and what keeps a number from being pestered: no second one within a minute, */
export const smsPause = 1 * minute;
/** and never more than five within any hour. */
export const smsPerNumber = { atOnce: 4, every: 30 * minute } as const;
/** A family may share a phone. Keys cost nothing to make, so this only stops the honest but stuck. */
export const smsPerDevice = { atOnce: 10, every: 6 * minute } as const;
/** One network address may stand for a whole hotel or a mobile network's gateway; above this it is a machine. */
export const smsPerNetwork = { atOnce: 60, every: 1 * minute } as const;
/** Somebody who begins anew after each slip; whoever goes on after a dozen waits five minutes for each. */
export const applicationsPerHolder = { atOnce: 12, every: 5 * minute } as const;
/** Who wants to see it all looks a few times a day; each asks the authority. */
export const exportsPerHolder = { atOnce: 5, every: 60 * minute } as const;
/** A freeze, a report, a dispute: nobody has more of them in a day; each is an entry of the audit chain, for good. */
export const credentialMovesPerHolder = { atOnce: 20, every: 10 * minute } as const;
/** The app was closed halfway, or reloaded: the oldest beyond these gives way to a new one. */
export const liveApplications = 3;
/** One is being done, another was left at its desk; nobody stands at more than that. */
export const liveChecks = 5;
/** Scans that did not count at once: as many as log in, for each may. */
export const arrivalsPerNetwork = { atOnce: 3_000, every: 50 } as const;
/** A person at one desk scans again now and then; the app comes back by the ticket that it has. */
export const arrivalsPerDevice = { atOnce: 20, every: 10 * second } as const;
/** Guests who scan the code of one desk, one after another; a flood of a photographed code costs some 5 KB, and no fresh scan. */
export const arrivalsPerSession = { atOnce: 20, every: 30 * second } as const;
/** The guest scans, and again, and who is with him behind the same gateway: a quarter of them, so that one network's flood leaves the rest. */
export const arrivalsPerSessionAndNetwork = { atOnce: 5, every: 60 * second } as const;
/** Twice what a desk can do that begins one every ten seconds: each is kept for a day, and its audit entries for good. */
export const sessionsPerCounter = { atOnce: 200, every: 5 * second } as const;
/** A chain's thousand desks that all begin their day at once, and then one every ten seconds each: more desks bring no more. */
export const sessionsPerRp = { atOnce: 10_000, every: 10 } as const;
/** A display fetches one a second; two displays of one desk do, and each may be late once. A picture costs some milliseconds. */
export const codePicturesPerCounter = { atOnce: 10, every: 400 } as const;
/** Drawn at once: each takes some milliseconds of the few threads that files and ciphers need too. */
export const codePicturesAtOnce = 16;
/** A quarter of them: one chain's desks leave room for everybody else's. */
export const codePicturesAtOncePerRp = 4;
/** Pixels of a side: below it a dark module is less than three of them, which old readers miss; */
export const codePictureLeast = 160;
/** beyond it displays enlarge what they are given; */
export const codePictureMost = 1024;
/** and what a till's customer display shows well. */
export const codePicture = 320;
/** Each check has one, seldom two. */
export const wordsPerCounter = { atOnce: 200, every: 5 * second } as const;
/** A page of a desk takes one in ten minutes, and one each time that it is loaded. */
export const pageTokensPerCounter = { atOnce: 100, every: 5 * second } as const;
/** A desk that begins a check every ten seconds and is left by each guest has eighteen. */
export const liveSessionsPerCounter = 50;
/** A chain's thousand desks, two each. */
export const liveSessionsPerRp = 2_000;
/** A phone has one, and those that a change of its network left behind. */
export const longPollsPerDevice = 4;
/** Two for each desk of a chain of a thousand. */
export const eventStreamsPerRp = 2_000;
/** A page needs no second one; who stole its token gets none while it is watched by. */
export const eventStreamsPerPageToken = 1;
/** Connections to the registrar's desk, which operators alone use. */
export const registrarConnections = 8;
/** One for each of its live sessions. */
export const longPollsPerCounter = 50;
/** A town of phones behind one gateway that each look through fifty records; an answer costs one look into the database. */
export const receiptReadsPerNetwork = { atOnce: 5_000, every: 20 } as const;
/** Guests of one house behind one address; each that counts takes a nullifier of the authority's anyway. */
export const reportsPerNetwork = { atOnce: 60, every: 10 * second } as const;
/** Whom this process counts at the same time, some hundred bytes each; beyond them the longest unseen is forgotten. */
export const countedSubjects = 200_000;
