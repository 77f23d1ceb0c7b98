import { sealedKinds } from '../../challenge.ts';
import { ApplicationIdForm, type Call, exact, oneOf } from '../form.ts';
import { HolderView } from '../holder-view.ts';

export const relay = {
  method: 'PUT',
  path: '/holder/v1/applications/:applicationId/samples/:kind',
  summary:
    'One SEAL/1 envelope as application/octet-stream: identity, face, and voice where consented, and an ID photo where announced.',
  params: exact({ applicationId: ApplicationIdForm, kind: oneOf(sealedKinds) }),
  status: 202,
  answer: HolderView,
} as const satisfies Call;
