import { type Static, Type } from 'typebox';
import { sessionStates } from '../../sessions.ts';
import { type Call, CompactForm, exact, LevelForm, SceneForm, SessionIdForm, TimeForm } from '../form.ts';
import { WaitQuery } from '../holder-view.ts';

/** All that a counter ever learns. `matchNumber` stands while a phone is taking part; `result` once it is decided. */
export const CounterView = exact({
  sessionId: SessionIdForm,
  state: oneState(),
  version: Type.Integer({ minimum: 1 }),
  scene: SceneForm,
  level: LevelForm,
  matchNumber: Type.Optional(Type.String({ pattern: '^[0-9]{2}$' })),
  openedAt: TimeForm,
  deadline: Type.Optional(TimeForm),
  decidedAt: Type.Optional(TimeForm),
  /** The result token: a JWS, inside a JWE where the RP registered an encryption key. */
  result: Type.Optional(CompactForm),
});
export type CounterView = Static<typeof CounterView>;

function oneState() {
  return Type.Unsafe<(typeof sessionStates)[number]>({ type: 'string', enum: [...sessionStates] });
}

export const readSessionCall = {
  method: 'GET',
  path: '/counter/v1/sessions/:sessionId',
  summary: 'The session as its counter may see it; with `after` and `wait` a long poll for the next change.',
  params: exact({ sessionId: SessionIdForm }),
  query: WaitQuery,
  status: 200,
  answer: CounterView,
} as const satisfies Call;

export const endSessionCall = {
  method: 'POST',
  path: '/counter/v1/sessions/:sessionId/end',
  summary:
    'The counter ends a session that is not decided yet: `staffed` is recorded as declined, `abandoned` as cancelled.',
  params: exact({ sessionId: SessionIdForm }),
  body: exact({
    reason: Type.Unsafe<'staffed' | 'abandoned'>({ type: 'string', enum: ['staffed', 'abandoned'] }),
  }),
  status: 200,
  answer: CounterView,
} as const satisfies Call;

/** Server-sent events: `event: session`, `data:` a CounterView. On connecting, each live or lately ended session comes first. */
export const counterEventsCall = {
  method: 'GET',
  path: '/counter/v1/events',
  summary: 'One stream for all sessions of this counter (text/event-stream).',
  status: 200,
  answer: Type.String(),
} as const satisfies Call;

/** The claims of a result token (typ `lz-result+jwt`). */
export const ResultClaims = exact({
  iss: Type.String(),
  aud: Type.String(),
  jti: SessionIdForm,
  iat: Type.Integer(),
  exp: Type.Integer(),
  counter: Type.String(),
  scene: SceneForm,
  level: LevelForm,
  purpose: Type.String(),
  outcome: Type.Unsafe<'pass' | 'fail'>({ type: 'string', enum: ['pass', 'fail'] }),
  openedAt: TimeForm,
  decidedAt: TimeForm,
  sandbox: Type.Boolean(),
});
export type ResultClaims = Static<typeof ResultClaims>;
