const second = 1000;
const minute = 60 * second;

/** How the pages of a counter keep the time and the line, how long they show an end, and what one in a relying party's own page is given, each with its reason: a part of `limits`, in milliseconds. */

/** Clocks that are set over the network are moved by less within a check; a machine that slept is off by more. */
export const counterClocksPart = 1 * second;
/** A counter's clock ticks four times a second; a browser that is at work is never so late, one that slept is. */
export const counterTickLate = 3 * second;
/** A page that nobody sees is woken once a minute by some browsers, and so counts as asleep beyond two of these. */
export const counterTickLateHidden = 150 * second;
/** An answer that was this long under way tells no time: its code would be dead before it is shown. */
export const counterTimeAnswer = 5 * second;
/** After a sleep the counter asks again soon: a guest stands there and sees no code. */
export const counterWakePause = 500;
/** A verdict on a counter's screen is grey by then: the guest has seen it, and the next one shall not take it for theirs. */
export const verdictAges = 15 * second;
/** It then goes away by itself; time and reference stay among the last outcomes. */
export const verdictShown = 60 * second;
/** Outcomes that a clerk may still be asked about, without a list that tells how busy the desk is. */
export const outcomesShown = 5;
/** A key that is pressed twice, or held, must not take a verdict away before anybody has seen it. */
export const strayKey = 700;
/** What a page gets is in the hands of whatever runs in it: not longer than the counter's own token. */
export const pageTokenLifetime = 10 * minute;
/** A page is asked for its next token this long before the end: its server may be slow, and may fail once. */
export const pageTokenAsked = 60 * second;
/** Where nothing comes it is asked again after this. */
export const pageTokenAskAgain = 10 * second;
/** A clerk who pressed a button waits no longer for a page that gives none. */
export const pageTokenAnswer = 15 * second;
/** What is down is seen while somebody may still do something before the next guest; four calls a minute cost nothing. */
export const consoleLooks = 15 * second;
/** 128 bits: no two page tokens share the place of their stream. */
export const pageTokenIdBytes = 16;
