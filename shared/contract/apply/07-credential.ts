import { type Static, Type } from 'typebox';
import { ApplicationIdForm, type Call, exact, LevelForm, oneOf, TimeForm } from '../form.ts';
import { HolderView, WaitQuery } from '../holder-view.ts';

export const readApplication = {
  method: 'GET',
  path: '/holder/v1/applications/:applicationId',
  summary:
    'The application; with `after` and `wait` a long poll. `passed` means that the credential is there.',
  params: exact({ applicationId: ApplicationIdForm }),
  query: WaitQuery,
  status: 200,
  answer: HolderView,
} as const satisfies Call;

/** The handle stays opaque: it tells nothing of the person and opens nothing without the device key. */
export const CredentialAnswer = exact({
  status: oneOf(['none', 'live', 'void']),
  level: Type.Optional(LevelForm),
  handle: Type.Optional(Type.String()),
  since: Type.Optional(TimeForm),
});
export type CredentialAnswer = Static<typeof CredentialAnswer>;

export const readCredential = {
  method: 'GET',
  path: '/holder/v1/credential',
  summary: 'The credential of this phone, if it has one.',
  status: 200,
  answer: CredentialAnswer,
} as const satisfies Call;
