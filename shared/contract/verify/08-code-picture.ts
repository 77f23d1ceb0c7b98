import { Type } from 'typebox';
import * as limits from '../../limits.ts';
import { type Call, exact, SessionIdSchema } from '../schema.ts';

/** For displays that cannot draw: whoever can draw makes codes from what the opening answered, and needs no call a second. */
export const codePictureCall = {
  method: 'GET',
  path: '/counter/v1/sessions/:sessionId/code.png',
  summary:
    'The counter code of this second as a picture, for displays that cannot draw one: another each second.',
  params: exact({ sessionId: SessionIdSchema }),
  query: exact({
    size: Type.Optional(Type.Integer({ minimum: limits.codePictureLeast, maximum: limits.codePictureMost })),
  }),
  status: 200,
  answer: Type.Unsafe<Uint8Array>({
    type: 'string',
    contentMediaType: 'image/png',
    description: 'A square PNG in black and white, with the quiet zone that readers need.',
    examples: ['\u0089PNG …'],
  }),
} as const satisfies Call;
