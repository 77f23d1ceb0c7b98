import { type Static, Type } from 'typebox';
import { WaitQuery } from '../holder-view.ts';
import { type Call, exact, oneOf, SessionIdSchema } from '../schema.ts';
import { OpenSessionAnswer } from '../verify/01-open-session.ts';
import { OfficerView } from './officer-view.ts';

/** What an officer may open a session for: the ceremony; its purpose is that of the scene `acceptance`. */
export const officerCeremonies = ['raise', 'family', 'revoke'] as const;

export const OpenAtPointBody = exact({
  ceremony: oneOf(officerCeremonies),
  /** Of a family: the ward is 16 or older, comes with the ID card, and the browser takes the ward's face. */
  grown: Type.Optional(Type.Literal(true)),
});
export type OpenAtPointBody = Static<typeof OpenAtPointBody>;

const params = exact({ sessionId: SessionIdSchema });

/** Refusals: counter-unregistered, scene-not-allowed, officer-cap-reached, too-many-requests. */
export const openRaiseCall = {
  method: 'POST',
  path: '/officer/v1/sessions',
  summary: 'An officer opens a session and learns how to show its codes, as at any counter.',
  body: OpenAtPointBody,
  status: 201,
  made: '/officer/v1/sessions/:sessionId',
  answer: OpenSessionAnswer,
  creates: true,
} as const satisfies Call;

export const readRaiseCall = {
  method: 'GET',
  path: '/officer/v1/sessions/:sessionId',
  summary:
    'The session as the officer may see it; with `after` and `wait` a long poll. Any officer of the same point may.',
  params,
  query: WaitQuery,
  status: 200,
  answer: OfficerView,
  byItself: true,
} as const satisfies Call;

export const endRaiseCall = {
  method: 'POST',
  path: '/officer/v1/sessions/:sessionId/end',
  summary: 'The officer ends it: nothing was decided.',
  params,
  status: 200,
  answer: OfficerView,
} as const satisfies Call;
