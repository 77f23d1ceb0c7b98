import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { type Call, exact, oneOf } from '../schema.ts';
import { CounterView } from './08-result.ts';

/** A place in the order in which what a counter is shown changed. It is not to be read, only to be given back. */
export const Cursor = Type.String({ pattern: '^[0-9a-z]{1,10}-[A-Za-z0-9_-]{8}$' });
export type Cursor = Static<typeof Cursor>;

/** Sessions in the order of their last change, and where to go on; `more`: there is another page already. */
export const SessionsPage = exact({
  sessions: Type.Array(CounterView, { maxItems: limits.feedPart }),
  next: Cursor,
  more: Type.Boolean(),
});
export type SessionsPage = Static<typeof SessionsPage>;

export const readSessionsCall = {
  method: 'GET',
  path: '/counter/v1/sessions',
  summary:
    'The sessions of this counter that changed since a cursor, as they are now: the id of an event or `next` of a page. Without one, all that are kept; a cursor of another counter, or from before a restored backup, is as none.',
  query: exact({ since: Type.Optional(Cursor) }),
  status: 200,
  answer: SessionsPage,
  fromPages: true,
} as const satisfies Call;

/**
 * Server-sent events. `event: session`, `data:` a CounterView, `id:` a Cursor: with it as `Last-Event-ID` the stream goes on where it
 * was, without it each live or lately ended session comes first. `event: end` is the last one of a stream that ends in good order,
 * `data:` a StreamEnd. Comments are signs of life.
 */
export const counterEventsCall = {
  method: 'GET',
  path: '/counter/v1/events',
  summary: 'One stream for all sessions of this counter (text/event-stream).',
  status: 200,
  answer: Type.String(),
  fromPages: true,
} as const satisfies Call;

/** Why a stream ends: its token is about to, so come back at once with a fresh one; or the server restarts, so come back after `retry`; or its key or its counter was revoked, so do not come back with that key. */
export const StreamEnd = exact({ reason: oneOf(['token-ends', 'restart', 'revoked']) });
export type StreamEnd = Static<typeof StreamEnd>;
