import { type Static, Type } from 'typebox';
import {
  Base64urlForm,
  type Call,
  CounterIdForm,
  exact,
  LevelForm,
  PurposeForm,
  RpIdForm,
  SceneForm,
  SessionIdForm,
  TimeForm,
} from '../form.ts';

export const OpenSessionBody = exact({ scene: SceneForm, purpose: PurposeForm });
export type OpenSessionBody = Static<typeof OpenSessionBody>;

/**
 * What a counter needs to show codes by itself: `codeBaseUrl` is the host of each, `token` and `secret` make it
 * (`shared/counter-code`), seconds are counted from `openedAt` by the server's clock (`serverTime` tells the difference).
 */
export const OpenSessionAnswer = exact({
  sessionId: SessionIdForm,
  rpId: RpIdForm,
  counterId: CounterIdForm,
  scene: SceneForm,
  purpose: PurposeForm,
  level: LevelForm,
  codeBaseUrl: Type.String(),
  token: Base64urlForm(22, 22),
  secret: Base64urlForm(43, 43),
  openedAt: TimeForm,
  serverTime: TimeForm,
  expiresAt: TimeForm,
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
} as const satisfies Call;
