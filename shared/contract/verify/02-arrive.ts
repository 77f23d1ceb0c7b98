import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { HolderView, WhoAsks } from '../holder-view.ts';
import { Base64urlSchema, type Call, CompactSchema, exact, TimeSchema } from '../schema.ts';

/** What a phone is given for the moment in which it arrived: good for one session and this device's key, and for one claim. */
export const ArrivalTicket = Base64urlSchema(22, 22);

/** The code, as far as the phone has one: a browser may come with the cookie that its landing page was given in place of it. */
export const ArriveBody = exact({
  code: Type.Optional(Type.String({ minLength: 1, maxLength: limits.scannedCode })),
});
export type ArriveBody = Static<typeof ArriveBody>;

/** `asks`: who asks, before anybody has logged in; `keyList`: says that their registrar was not struck, absent where the authority cannot be asked; `deadline`: when the session ends unless it is claimed. */
export const Arrival = exact({
  ticket: ArrivalTicket,
  asks: WhoAsks,
  keyList: Type.Optional(CompactSchema),
  serverTime: TimeSchema,
  deadline: TimeSchema,
});
export type Arrival = Static<typeof Arrival>;

export const arriveCall = {
  method: 'POST',
  path: '/holder/v1/arrivals',
  summary:
    'A phone that has no token yet says that it scanned: the code is judged now, and the ticket stands for this moment through loading, login and applying.',
  body: ArriveBody,
  status: 201,
  answer: Arrival,
} as const satisfies Call;

/** What this phone left at a counter that still waits: a check that it takes part in, or an arrival that is not claimed yet. */
export const WaitingCounter = exact({
  check: Type.Optional(HolderView),
  arrival: Type.Optional(Arrival),
});
export type WaitingCounter = Static<typeof WaitingCounter>;

export const readWaitingCall = {
  method: 'GET',
  path: '/holder/v1/waiting-counter',
  summary: 'Whether a counter waits for this phone, which may have been closed or reloaded since.',
  status: 200,
  answer: WaitingCounter,
} as const satisfies Call;
