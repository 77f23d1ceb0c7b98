import { ApplicationIdForm, type Call, exact } from '../form.ts';
import { HolderView } from '../holder-view.ts';
import { FaceBeginAnswer, FaceBeginBody } from '../verify/04-platform-face.ts';

/** As in verify; the identity must have come, as the authority gives name and number to the platform. */
export const faceBegin = {
  method: 'POST',
  path: '/holder/v1/applications/:applicationId/platform-face',
  summary: 'Where the challenge awaits `platform-face`: what the page of the platform is opened with.',
  params: exact({ applicationId: ApplicationIdForm }),
  body: FaceBeginBody,
  status: 201,
  answer: FaceBeginAnswer,
} as const satisfies Call;

export const faceEnd = {
  method: 'POST',
  path: '/holder/v1/applications/:applicationId/platform-face/end',
  summary:
    'The page of the platform was closed; the authority asks the platform. `platform-face` still awaited: it may be begun again.',
  params: exact({ applicationId: ApplicationIdForm }),
  status: 200,
  answer: HolderView,
} as const satisfies Call;
