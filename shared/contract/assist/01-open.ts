import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { OfficerView } from '../raise/officer-view.ts';
import {
  type Call,
  exact,
  LevelSchema,
  oneOf,
  PurposeSchema,
  SceneSchema,
  SessionIdSchema,
  TimeSchema,
} from '../schema.ts';
import { OpenSessionAnswer, OpenSessionBody } from '../verify/01-open-session.ts';

/** A check of the attendant's own counter: `open`, it can be taken; `declined` lately, it can be gone on from by a new one. */
export const CheckToAssist = exact({
  sessionId: SessionIdSchema,
  state: oneOf(['open', 'declined']),
  scene: SceneSchema,
  purpose: PurposeSchema,
  level: LevelSchema,
  openedAt: TimeSchema,
});
export type CheckToAssist = Static<typeof CheckToAssist>;

/** What the counter may ask for, and which of its checks may be assisted. The newest first. */
export const AtCounter = exact({
  name: Type.String(),
  place: Type.String(),
  scenes: Type.Array(exact({ scene: SceneSchema, purposes: Type.Array(PurposeSchema) })),
  checks: Type.Array(CheckToAssist, { maxItems: limits.checksToAssist }),
});
export type AtCounter = Static<typeof AtCounter>;

/** Refusals: officer-may-not (no attendant), counter-unregistered. */
export const readAtCounterCall = {
  method: 'GET',
  path: '/officer/v1/counter',
  summary: 'The counter at which an attendant works, and its checks that may be assisted.',
  status: 200,
  answer: AtCounter,
} as const satisfies Call;

/**
 * It is the counter's check like any other, and whoever comes first takes it: a phone that scans its code, or the attendant. Refusals:
 * officer-may-not, counter-unregistered, scene-not-allowed, purpose-not-allowed, too-many-requests.
 */
export const openCheckCall = {
  method: 'POST',
  path: '/officer/v1/checks',
  summary: 'An attendant opens a check for the counter and learns how to show its codes.',
  body: OpenSessionBody,
  status: 201,
  made: '/officer/v1/sessions/:sessionId',
  answer: OpenSessionAnswer,
  creates: true,
} as const satisfies Call;

/** Twice is once. Refusals: not-found, officer-may-not, session-over, step-out-of-order (a phone has it). */
export const assistCall = {
  method: 'POST',
  path: '/officer/v1/checks/:sessionId/assist',
  summary:
    'The attendant takes an open check of the counter: from now on it goes without a phone and a face.',
  params: exact({ sessionId: SessionIdSchema }),
  status: 200,
  answer: OfficerView,
} as const satisfies Call;
