import type { Access } from '../desk/access.ts';
import type { SharedCheck } from '../desk/check.ts';
import type { Moment } from '../desk/face/show-desk.ts';
import type { Watcher, Watching } from '../desk/live/keep-live.ts';
import type { Place } from '../kit/place.ts';

/** How an element reaches the counter API. */
export interface Way {
  /** Of the counter that calls now. */
  access(): Access;
  /** Follows the sessions of a counter. */
  watch(counterId: string, watcher: Watcher): Watching;
}

/**
 * A page of our own with the element in it: it brings its own way to the counter API in the place of page tokens, and both faces in its
 * own markup, which has all that `embed/frame.html` has.
 */
export interface OwnPage extends Way {
  place: Place;
  /** The check that is on is another than before, or there is none any more. */
  changed(check: SharedCheck | undefined): void;
  /** The desk has been shown, as it is at this moment. */
  shown(moment: Moment): void;
  /** Of a window that shows what another one has on: it opens no session in the place of one that is over, and asks that one to. */
  askAnew?(sessionId: string): void;
}
