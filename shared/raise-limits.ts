const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long and how often things go at an acceptance point, each with its reason: a part of `limits`. Times in milliseconds. */

/** The holder looks and speaks in one minute; the officer reads the card, compares and decides in a few. */
export const raiseChallengeLifetime = 5 * minute;
/** The same, and its grace. */
export const raiseChallengedLifetime = 6 * minute;
/** One working day at most: nobody stays at the desk over night, and a stolen browser is worth no more. */
export const officerShift = 9 * hour;
/** A link is opened while administrator and officer speak with each other. */
export const officerInviteLifetime = 15 * minute;
/** To take out a security key, compare once more and type its PIN. */
export const officerDecision = 2 * minute;
/** A page that an officer walked away from is closed to the next person at the desk. */
export const officerIdle = 15 * minute;
/** Whoever works with the page and asks for nothing is told of so often: a twentieth of what an idle shift lasts. */
export const officerTouch = 45 * second;
/** The officers' page asks again for a lost line after so long, and then after twice as long each time, up to the second. */
export const officerPause = second;
export const officerPauseMost = 15 * second;
/** A reader that has not read a card by then is stuck. */
export const cardRead = 10 * second;
/** A shift that was asked about is taken to stand so long; whatever it does is judged anew by the authority. */
export const shiftStanding = 5 * second;
/** A desk that needs ten minutes for each holder does no more in a day; beyond it somebody raises strangers. */
export const raisesPerOfficerDay = 60;
/** A point with a few desks. */
export const raisesPerPointDay = 240;
/** One raised credential of so many is looked at again by another officer, drawn at random. */
export const reReviewOneOf = 10;
/** Officers without a credential of their own yet: the two of each of the first three points raise all others. */
export const firstOfficers = 6;
/** In a month they have raised each other; after it nobody decides about others whose own credential no officer has seen. */
export const firstOfficerExempt = 30 * day;
/** A computer and a key in the safe, twice over. */
export const passkeysPerOfficer = 4;
/** Connections to the authority for officers: a few desks ask at once. */
export const officerConnections = 16;
/** A page of cases with their evidence, or two signed texts. */
export const officerAnswer = 128 * 1024;
/** A page that follows a session, signs and seals; beyond it a browser is out of control. */
export const callsPerOfficer = { atOnce: 300, every: 200 } as const;
/** Each is an office behind one address, and begins a shift or opens a link by hand. */
export const officerSignInsPerNetwork = { atOnce: 40, every: 5 * second } as const;
/** Twice what a desk can do that needs five minutes for each. */
export const raisesOpenedPerOfficer = { atOnce: 20, every: 2 * minute } as const;
/** Codes that somebody says are typed, with a slip or two; a million of them cannot be tried. */
export const lookUpsPerOfficer = { atOnce: 20, every: 10 * second } as const;
/** Whoever plans makes one, and another where the day does not suit. */
export const appointmentsPerHolder = { atOnce: 3, every: 8 * hour } as const;
/** Each that was made can be called off, and once more on a bad line; nobody finds another's code by it. */
export const cancellationsPerHolder = { atOnce: 6, every: 4 * hour } as const;
/** Cases on one page of what waits for another officer. */
export const reviewsPerPage = 50;
/** The officer's page reads a signed case as it comes; one that is kept back and told later is refused. */
export const reviewTold = 2 * minute;
/** Rows on one page of what an officer, a point or a passkey has done: a screen; the administrator's command asks on by itself. */
export const officerActsPerPage = 50;
/** Who is told to come again finds the time within a month; afterwards the case is closed as it stands. */
export const reviewLifetime = 30 * day;
/** Whom nobody told to come, and what nobody looked at in a quarter of a year, lapses: the list stays one that can be worked through. */
export const drawnReviewLifetime = 90 * day;
/** Of what an officer decided it has to be possible to say who, where and why for as long as a credential of it may live. */
export const caseKept = 10 * 365 * day;
/** An officer who was revoked, and of whom nothing signed is kept, is known a month longer: by then whoever looks into why has looked. */
export const officerKept = 30 * day;
/** What a card says, its serial and its signature: a third of it is used. */
export const cardPlaintext = 2 * 1024;
/** Six digits can be said at a desk. */
export const appointmentDigits = 6;
/** As with other services in person: a week, and it lapses by itself. */
export const appointmentLifetime = 7 * day;
/** Points that the phone lists; the sandbox has 48. */
export const acceptancePoints = 500;
