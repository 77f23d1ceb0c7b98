const second = 1000;
const minute = 60 * second;

/**
 * What each phone, holder, counter, relying party and network may make and hold, each with its reason: a part of `limits`. Of what is
 * made `atOnce` may come together, and one more each `every` milliseconds.
 */
export const quotaLimits = {
  /** Calls of any kind. A check takes a phone some twenty, and it looks every four seconds for as long as somebody reads. */
  callsPerDevice: { atOnce: 300, every: 200 },
  callsPerHolder: { atOnce: 300, every: 200 },
  /** A counter's system may read each session again and again, and fetch a token for each reading. */
  callsPerCounter: { atOnce: 1_200, every: 50 },
  /** A chain of a thousand desks that all begin their day at once. */
  callsPerRp: { atOnce: 12_000, every: 5 },
  /** Somebody at the console, or a list of a thousand counters that is imported. */
  callsPerOperator: { atOnce: 2_000, every: 50 },
  /** An office of operators behind one address, each with a slip or two; beyond it somebody floods the table of challenges. */
  signInsPerNetwork: { atOnce: 40, every: 5 * second },
  /** Nobody signs in more often by hand; each is an entry of the audit chain, for good. */
  signInsPerOperator: { atOnce: 60, every: 1 * minute },
  /** Everybody of a shift is invited at once; each link is an entry of the audit chain. */
  invitesPerOperator: { atOnce: 20, every: 3 * minute },
  /** What a colleague looks through in a day; more buries the one that matters. */
  openProposalsPerOperator: 20,
  /** Each waits ten minutes at most for somebody to approve it. */
  pairingsPerNetwork: { atOnce: 10, every: 30 * second },
  /** A command that waits looks each two seconds, for ten minutes; several at once behind one address. */
  pairingLooksPerNetwork: { atOnce: 60, every: 500 },
  /** One address may be a town behind a mobile network's gateway; above five hundred calls a second it takes the room of all others. */
  callsPerNetwork: { atOnce: 30_000, every: 2 },
  /** A phone logs in every ten minutes; a gateway with thousands of phones behind it stays below. */
  loginsPerNetwork: { atOnce: 3_000, every: 50 },
  /** Who moves to a new phone and back does it a few times; each is two entries of the audit chain, for good. */
  takeoversPerHolder: { atOnce: 20, every: 3 * minute },
  /** Of these a phone needs one when it is new: what is made up is asked of WeChat or Alipay all the same, and costs a connection. */
  platformLoginsPerNetwork: { atOnce: 300, every: 1 * second },
  platformLoginsPerDevice: { atOnce: 10, every: 30 * second },
  /** Connections to one platform, which answers within half a second; so many calls more may wait for one of them. */
  platformConnections: 16,
  platformCalls: 128,
  /** A quarter of them: one network's made-up logins leave room for everybody else's. */
  platformCallsPerNetwork: 32,
  /** Somebody who begins anew after each slip; whoever goes on after a dozen waits five minutes for each. */
  applicationsPerHolder: { atOnce: 12, every: 5 * minute },
  /** The app was closed halfway, or reloaded: the oldest beyond these gives way to a new one. */
  liveApplications: 3,
  /** One is being done, another was left at its desk; nobody stands at more than that. */
  liveChecks: 5,
  /** Scans that did not count at once: as many as log in, for each may. */
  arrivalsPerNetwork: { atOnce: 3_000, every: 50 },
  /** A person at one desk scans again now and then; the app comes back by the ticket that it has. */
  arrivalsPerDevice: { atOnce: 20, every: 10 * second },
  /** Guests who scan the code of one desk, one after another; a flood of a photographed code costs some 5 KB, and no fresh scan. */
  arrivalsPerSession: { atOnce: 20, every: 30 * second },
  /** The guest scans, and again, and who is with him behind the same gateway: a quarter of them, so that one network's flood leaves the rest. */
  arrivalsPerSessionAndNetwork: { atOnce: 5, every: 60 * second },
  /** Twice what a desk can do that begins one every ten seconds: each is kept for a day, and its audit entries for good. */
  sessionsPerCounter: { atOnce: 200, every: 5 * second },
  /** A chain's thousand desks that all begin their day at once, and then one every ten seconds each: more desks bring no more. */
  sessionsPerRp: { atOnce: 10_000, every: 10 },
  /** A display fetches one a second; two displays of one desk do, and each may be late once. A picture costs some milliseconds. */
  codePicturesPerCounter: { atOnce: 10, every: 400 },
  /** Drawn at once: each takes some milliseconds of the few threads that files and ciphers need too. */
  codePicturesAtOnce: 16,
  /** A quarter of them: one chain's desks leave room for everybody else's. */
  codePicturesAtOncePerRp: 4,
  /** Pixels of a side: below it a dark module is less than three of them, which old readers miss; */
  codePictureLeast: 160,
  /** beyond it displays enlarge what they are given; */
  codePictureMost: 1024,
  /** and what a till's customer display shows well. */
  codePicture: 320,
  /** Each check has one, seldom two. */
  wordsPerCounter: { atOnce: 200, every: 5 * second },
  /** A page of a desk takes one in ten minutes, and one each time that it is loaded. */
  pageTokensPerCounter: { atOnce: 100, every: 5 * second },
  /** A desk that begins a check every ten seconds and is left by each guest has eighteen. */
  liveSessionsPerCounter: 50,
  /** A chain's thousand desks, two each. */
  liveSessionsPerRp: 2_000,
  /** A phone has one, and those that a change of its network left behind. */
  longPollsPerDevice: 4,
  /** Two for each desk of a chain of a thousand. */
  eventStreamsPerRp: 2_000,
  /** A page needs no second one; who stole its token gets none while it is watched by. */
  eventStreamsPerPageToken: 1,
  /** Connections to the registrar's desk, which operators alone use. */
  registrarConnections: 8,
  /** One for each of its live sessions. */
  longPollsPerCounter: 50,
  /** Whom this process counts at the same time, some hundred bytes each; beyond them the longest unseen is forgotten. */
  countedSubjects: 200_000,
} as const;
