import { type Static, Type } from 'typebox';
import {
  Base64urlSchema,
  type Call,
  CounterIdSchema,
  exact,
  LevelSchema,
  PurposeSchema,
  RpIdSchema,
  SceneSchema,
  SessionIdSchema,
  TimeSchema,
} from '../schema.ts';

export const OpenSessionBody = exact({ scene: SceneSchema, purpose: PurposeSchema });
export type OpenSessionBody = Static<typeof OpenSessionBody>;

/**
 * What a counter needs to show codes by itself: `codeBaseUrl` is the host of each, `token` and `secret` make it
 * (`shared/counter-code`), seconds are counted from `openedAt` by the server's clock (`serverTime` tells the difference).
 */
export const OpenSessionAnswer = exact({
  sessionId: SessionIdSchema,
  rpId: RpIdSchema,
  counterId: CounterIdSchema,
  scene: SceneSchema,
  purpose: PurposeSchema,
  level: LevelSchema,
  codeBaseUrl: Type.String(),
  token: Base64urlSchema(22, 22),
  secret: Base64urlSchema(43, 43),
  openedAt: TimeSchema,
  serverTime: TimeSchema,
  expiresAt: TimeSchema,
});
export type OpenSessionAnswer = Static<typeof OpenSessionAnswer>;

export const openSessionCall = {
  method: 'POST',
  path: '/counter/v1/sessions',
  summary: 'A counter opens a session and learns how to show its codes.',
  body: OpenSessionBody,
  status: 201,
  answer: OpenSessionAnswer,
  creates: true,
  made: '/counter/v1/sessions/:sessionId',
  fromPages: true,
} as const satisfies Call;
