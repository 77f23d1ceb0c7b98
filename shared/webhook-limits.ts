const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How webhooks are told, each with its reason: a part of `limits`. Times in milliseconds, sizes in bytes. */

/** Somebody who tries things out adds and revokes some; a revoked one is kept for a week. */
export const webhooksMadePerRp = { atOnce: 20, every: 1 * hour } as const;
/** A front desk system, its standby, the chain's own, and one to try things with. */
export const webhooksPerRp = 5;
/** A name server that takes longer is out of order: the next one is asked. */
export const webhookNameServer = 2 * second;
/** For a look-up as a whole, two name servers: an operator waits for it when he adds a webhook. */
export const webhookLookup = 5 * second;
/** Addresses with a path and a token of their own are below 300 letters; what is longer is a mistake. */
export const webhookUrl = 500;
/** Standard Webhooks recommends 15 to 30 s: a receiver that does its work before it answers is served too. */
export const webhookTimeout = 20 * second;
/** After which pauses a try is made again (Standard Webhooks); after the last one the delivery is dead. */
export const webhookPauses = [
  ...[5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour],
  ...[10 * hour, 14 * hour, 20 * hour, 24 * hour],
] as const;
/** Each pause is longer by a random part up to this, so that a receiver that was away is not met by all at once. */
export const webhookJitter = 0.2;
/** All of these pauses, each at its longest, and half a day of a receiver's own wishes: how a session ended is told for so long. */
export const webhookEndKept = 103 * hour;
/** The last try comes this long before what it tells is forgotten, however long the pause would be. */
export const webhookLastTry = 10 * minute;
/** A `Retry-After` is heeded up to this: a receiver that asks for longer loses nothing that waits. */
export const webhookRetryAfterMost = 6 * hour;
/** Whom nobody could be told a thing is left alone so long, whatever else waits for it: a dead receiver costs little. */
export const webhookRest = 5 * second;
/** An RP that was revoked by mistake is told again within this. */
export const webhookUnregisteredRest = 1 * minute;
/** Deliveries to one webhook at the same time: at 50 ms an answer 80 a second, more than a chain's desks bring about. */
export const webhookAtOnce = 4;
/** Webhooks that are being told at the same time; those that fail or are slow share half of these among themselves. */
export const webhooksAtOnce = 64;
/** Who takes longer to answer counts as slow. */
export const webhookSlow = 5 * second;
/** Of an answer only the status counts; so much of its body is read, so long, to keep the connection, and dropped. */
export const webhookAnswer = 4 * 1024;
export const webhookAnswerPatience = 1 * second;
/** Standard Webhooks: larger bodies burden receivers. The largest holds a result token in a JWE, some 2 KB. */
export const webhookBody = 20 * 1024;
/** Longer than any try takes until it is given up: whose process ended meanwhile is told again. */
export const webhookTakenFor = 30 * second;
/** Events that wait for one webhook: a busy hotel chain's night. What comes then is not kept for it but counted. */
export const webhookBacklog = 5_000;
/** Both secrets sign so long: time to put the new one in place, on a working day, without haste. */
export const webhookOverlap = 24 * hour;
/** One in place, one being put in place, and one for a slip in between. */
export const webhookSecrets = 3;
/** That something was given up is shown so long, without what it told. */
export const webhookDeadKept = 7 * 24 * hour;
/** Dead ones that one call sends again, in one write. */
export const webhookReplayAtOnce = 500;
/** Somebody who sets up a receiver tries it again and again; each test is a row for a day. */
export const webhookTests = { atOnce: 30, every: 10 * second } as const;
