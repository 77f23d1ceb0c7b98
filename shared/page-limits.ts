const second = 1000;

/** How the pages of a counter keep the time and the line, and how long they show an end, each with its reason: a part of `limits`, in milliseconds. */
export const pageLimits = {
  /** Clocks that are set over the network are moved by less within a check; a machine that slept is off by more. */
  counterClocksPart: 1 * second,
  /** A counter's clock ticks four times a second; a browser that is at work is never so late, one that slept is. */
  counterTickLate: 3 * second,
  /** A page that nobody sees is woken once a minute by some browsers, and so counts as asleep beyond two of these. */
  counterTickLateHidden: 150 * second,
  /** An answer that was this long under way tells no time: its code would be dead before it is shown. */
  counterTimeAnswer: 5 * second,
  /** After a sleep the counter asks again soon: a guest stands there and sees no code. */
  counterWakePause: 500,
  /** Two signs of life are this far apart at most on a line that stands, and a slow network: an older one is not trusted after a sleep. */
  eventStreamStale: 17 * second,
  /** Between tabs of one browser an answer takes milliseconds; whoever needs longer is frozen or gone. */
  tabAnswers: 3 * second,
  /** A proxy without a server behind it ends its streams at once: what lasts this long is a stream. */
  eventStreamSettles: 1 * second,
  /** Where a counter may have no further stream its page asks for what changed: a person does not notice the difference. */
  eventStreamPoll: 2 * second,
  /** So long it asks before it tries for a stream again: others come and go. */
  eventStreamPollFor: 60 * second,
  /** A counter that is refused stays refused until its operator does something; whoever waits for that sees it soon. */
  eventStreamRefused: 30 * second,
  /** A verdict on a counter's screen is grey by then: the guest has seen it, and the next one shall not take it for theirs. */
  verdictAges: 15 * second,
  /** It then goes away by itself; time and reference stay among the last outcomes. */
  verdictShown: 60 * second,
  /** Outcomes that a clerk may still be asked about, without a list that tells how busy the desk is. */
  outcomesShown: 5,
  /** A key that is pressed twice, or held, must not take a verdict away before anybody has seen it. */
  strayKey: 700,
} as const;
