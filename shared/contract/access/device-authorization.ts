import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { counterScenes, type Purpose, type Scene, scenes } from '../../scenes.ts';
import { type Call, exact, SessionIdSchema } from '../schema.ts';
import { clientAuthentication } from './client-authentication.ts';

/** What a client asks for: a scene and a purpose of it as one scope value (RFC 6749 section 3.3). */
export const checkScopes: ReadonlyMap<string, { scene: Scene; purpose: Purpose }> = new Map(
  counterScenes.flatMap((scene) =>
    scenes[scene].purposes.map((purpose) => [`${scene}:${purpose}`, { scene, purpose }] as const),
  ),
);

/** RFC 8628 section 3.1: application/x-www-form-urlencoded. */
export const DeviceAuthorizationBody = exact({
  scope: Type.String({
    maxLength: 100,
    description:
      'What the check is for: one of `scopes_supported` in the metadata, a scene and a purpose of it.',
    examples: ['hotel:check-in', 'parcel:collect'],
  }),
  ...clientAuthentication,
});
export type DeviceAuthorizationBody = Static<typeof DeviceAuthorizationBody>;

const minutes = (milliseconds: number) => milliseconds / 60_000;

/** RFC 8628 section 3.2. */
export const DeviceAuthorizationAnswer = exact({
  device_code: Type.String({
    description: 'What the client asks the token endpoint by; for nobody else to see, and for one token.',
    examples: ['v3p0yZ0S1cJfE3y0w7pQ8r9Zk2mN4xL6tHcUaBdFgIs'],
  }),
  user_code: Type.String({
    description:
      'What a person types at `verification_uri` who cannot scan. Upper or lower case, with or without the dash.',
    examples: ['WDJB-MJHT'],
  }),
  verification_uri: Type.String({
    description: 'Where the code is typed, in the browser of the phone.',
    examples: ['https://id.example/device'],
  }),
  verification_uri_complete: Type.String({
    description:
      'To be shown as a QR code: a counter code that stays the same, which WeChat, Alipay and every browser open. Every claim by it is late, so that the counter word is demanded.',
    examples: ['https://id.example/q/d.AAECAwQFBgcICQoLDA0ODw'],
  }),
  expires_in: Type.Integer({
    description: `Seconds until the device code ends: ask until then. Phones may claim for ${minutes(limits.deviceCheckLifetime - limits.deviceClaimLeast)} minutes, so that nobody’s face is taken for a check that cannot end in time; whatever it is then, the check has ended after ${minutes(limits.deviceCheckLifetime)}, and the code goes on telling how for the rest.`,
    examples: [limits.deviceCodeLifetime / 1000],
  }),
  interval: Type.Integer({
    description: 'Seconds to wait between two questions; five more after each `slow_down`.',
    examples: [5],
  }),
  session_id: {
    ...SessionIdSchema,
    description:
      'The check, for the counter API: `POST /counter/v1/sessions/{sessionId}/word` takes what the guest says, without which nothing passes.',
    examples: ['ses_AAECAwQFBgcICQoLDA0ODw'],
  },
});
export type DeviceAuthorizationAnswer = Static<typeof DeviceAuthorizationAnswer>;

export const deviceAuthorizationCall = {
  method: 'POST',
  path: '/oauth/device_authorization',
  summary: 'A counter opens a check as a device flow (RFC 8628), for clients that show a code once.',
  body: DeviceAuthorizationBody,
  status: 200,
  answer: DeviceAuthorizationAnswer,
} as const satisfies Call;
