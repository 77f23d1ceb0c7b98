import { Type } from 'typebox';
import { ApplicationIdForm, type Call, exact } from '../form.ts';
import { ChallengeAnswer } from '../verify/03-challenge.ts';

/** `idPhoto`: the applicant brings an ID photo, as those must whom the sandbox register does not know. */
export const challenge = {
  method: 'POST',
  path: '/holder/v1/applications/:applicationId/challenge',
  summary: 'The authority issues a challenge for the application.',
  params: exact({ applicationId: ApplicationIdForm }),
  body: exact({ idPhoto: Type.Boolean() }),
  status: 201,
  answer: ChallengeAnswer,
  creates: true,
} as const satisfies Call;
