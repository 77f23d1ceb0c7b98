const second = 1000;
const minute = 60 * second;

/** How the sessions of a counter are followed, each with its reason: a part of `limits`, in milliseconds and bytes. */

/** Idle proxies cut silent streams at 30-60 s. */
export const eventStreamHeartbeat = 15 * second;
/** Beats go out in turns this far apart, in each to a part of the streams, so that ten thousand never beat at once. */
export const eventStreamTurn = 100;
/** A stock client comes back after this where a line broke, and no two at once: up to twice as much more is drawn for each. */
export const eventStreamRetry = 1 * second;
/** A restart takes some seconds: who comes back earlier meets a proxy without a server, and some stock clients then give up. */
export const eventStreamRestart = 5 * second;
/** Two heartbeats missed, and a slow network: the line is dead, though nobody said so. */
export const eventStreamSilence = 32 * second;
/** The counter page comes back at once where it was cut by a moment's fault; each pause is twice the last, up to the longest. */
export const eventStreamPause = 500;
export const eventStreamPauseMost = 8 * second;
export const eventStreamsPerCounter = 4;
/** A reader that leaves this much unread is cut: it reads the states again when it comes back. */
export const eventStreamUnread = 1024 * 1024;
/** A counter that connects without a cursor is shown what lives or ended this lately. */
export const eventStreamLookBack = 10 * minute;
/** More checks than any desk does in that time; the newest are shown. */
export const eventStreamSessions = 200;
/** Sessions of a counter that are read and sent at once, on a stream or as a page: 200 KB at most with encrypted results. */
export const feedPart = 100;
/** Two signs of life are this far apart at most on a line that stands, and a slow network: an older one is not trusted after a sleep. */
export const eventStreamStale = 17 * second;
/** Between tabs of one browser an answer takes milliseconds; whoever needs longer is frozen or gone. */
export const tabAnswers = 3 * second;
/** A proxy without a server behind it ends its streams at once: what lasts this long is a stream. */
export const eventStreamSettles = 1 * second;
/** Where a counter may have no further stream its page asks for what changed: a person does not notice the difference. */
export const eventStreamPoll = 2 * second;
/** So long it asks before it tries for a stream again: others come and go. */
export const eventStreamPollFor = 60 * second;
/** A counter that is refused stays refused until its operator does something; whoever waits for that sees it soon. */
export const eventStreamRefused = 30 * second;
