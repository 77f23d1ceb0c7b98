import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { noticeKinds } from '../../notices.ts';
import { SealedBytes } from '../authority/receipts.ts';
import { type Call, exact, oneOf, TimeSchema } from '../schema.ts';

/** What a phone is told: no name, no place that anybody else could read, nothing of another phone. */
export const Notice = exact({
  /** Its place among the notices of this phone, from 1. */
  seq: Type.Integer({ minimum: 1 }),
  kind: oneOf(noticeKinds),
  at: TimeSchema,
  /** When something that it announces comes or ends. */
  until: Type.Optional(TimeSchema),
  /** Of `assisted`: the receipt of that check, sealed to this phone's receipt key (shared/receipt/README.md), where the authority knew one. */
  sealed: Type.Optional(SealedBytes),
});
export type Notice = Static<typeof Notice>;

/** In the order in which they came: those after `after`, `limits.noticesPerPage` at most. */
export const NoticesAnswer = exact({
  notices: Type.Array(Notice, { maxItems: limits.noticesPerPage }),
  serverTime: TimeSchema,
});
export type NoticesAnswer = Static<typeof NoticesAnswer>;

/** Where the phone loses its place meanwhile it is answered device-voided at once. */
export const readNoticesCall = {
  method: 'GET',
  path: '/holder/v1/notices',
  summary: 'What became of the credential, as this phone is told; with `wait` a long poll.',
  query: exact({
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    wait: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.longPollSeconds })),
  }),
  status: 200,
  answer: NoticesAnswer,
  waits: true,
} as const satisfies Call;
