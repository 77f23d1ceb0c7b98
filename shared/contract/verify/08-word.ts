import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { type Call, exact, SessionIdSchema } from '../schema.ts';
import { CounterView } from './08-result.ts';

/** The counter word: three digits that the holder says and the clerk types. */
export const CounterWord = Type.String({ pattern: `^[0-9]{${limits.wordDigits}}$` });
export type CounterWord = Static<typeof CounterWord>;

export const giveWordCall = {
  method: 'POST',
  path: '/counter/v1/sessions/:sessionId/word',
  summary:
    'The clerk typed the three digits that the guest said. `word` of the answer is `again` after a first try that does not fit, and `taken` otherwise: whether the last one fitted is told by the end alone.',
  params: exact({ sessionId: SessionIdSchema }),
  body: exact({ word: CounterWord }),
  status: 200,
  answer: CounterView,
  fromPages: true,
} as const satisfies Call;

export const extendAtCounterCall = {
  method: 'POST',
  path: '/counter/v1/sessions/:sessionId/extend',
  summary: 'The counter gives the guest more time, once a session.',
  params: exact({ sessionId: SessionIdSchema }),
  status: 200,
  answer: CounterView,
  fromPages: true,
} as const satisfies Call;
