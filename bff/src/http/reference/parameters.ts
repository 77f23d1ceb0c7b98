import { sampleWordHeader, sampleWordPattern } from '../../../../shared/contract/attempt/06-relay.ts';
import * as limits from '../../../../shared/limits.ts';
import { sample, signed } from './samples.ts';
import { lasting } from './written/lasting.ts';

/** What parameters of paths, queries and headers are, where their schemas do not say it. */
export const parameterTexts: Readonly<Record<string, { description: string; example: unknown }>> = {
  sessionId: { description: 'The session.', example: sample.sessionId },
  delegationId: { description: 'A delegation of the holder’s.', example: sample.delegationId },
  meetingId: { description: 'The meeting of two people.', example: sample.meetingId },
  seen: { description: 'The state that is known: only another one is of interest.', example: 'checking' },
  kind: { description: 'Which sample: what the challenge awaits.', example: 'face' },
  after: { description: 'A version: only a later one is of interest.', example: 2 },
  near: { description: 'A city: only points in it.', example: '演示市' },
  size: {
    description: `Pixels of a side, ${limits.codePictureLeast} to ${limits.codePictureMost}; ${limits.codePicture} where absent.`,
    example: 480,
  },
  wait: { description: `Seconds to wait for a change, at most ${limits.longPollSeconds}.`, example: 20 },
  since: {
    description: 'A cursor: the id of an event, or `next` of a page. Without one, all that are kept.',
    example: sample.cursor,
  },
  'idempotency-key': {
    description: `Fresh for each creation, the same for each retry of it, known to nobody else: ${limits.idempotencyKeyLeast} to ${limits.idempotencyKeyMost} characters in double quotes (a String of RFC 9651); letters, digits, \`-\` and \`_\`, up to 64 of them, are taken without quotes too. What a counter or an operator made is found again for ${lasting(limits.idempotencyMemory)}; once a session is over the answer is \`session-over\`, and nothing is made. What a phone made is forgotten with the phone, ${lasting(limits.claimMemory)} after the end.`,
    example: '"8e03978e-40d5-43e8-bc93-6894a57f9324"',
  },
};

/** The header by which a stream goes on; no schema checks it, an unknown one is as none. */
export const lastEventId = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The `id` of the last event that was read: the stream goes on behind it.',
  schema: { type: 'string' },
  example: sample.cursor,
} as const;

/** What an operator makes may be made once, by a key that is brought or left out. */
export const optionalKey = {
  name: 'idempotency-key',
  in: 'header',
  required: false,
  schema: { type: 'string' },
  ...parameterTexts['idempotency-key'],
} as const;

/** Goes along with each envelope, and on to the authority as it came. */
export const sampleWord = {
  name: sampleWordHeader,
  in: 'header',
  required: true,
  description:
    'A JWS (ES256, typ `lz-sample+jwt`) by the device key over challenge, kind and SHA-256 of the envelope: by it the authority knows that this device sealed it.',
  schema: { type: 'string', pattern: sampleWordPattern, maxLength: limits.sampleWord },
  example: signed.sampleWord,
} as const;

/** Comes with the call, and is kept nowhere. */
export const registrarToken = {
  name: 'Registrar-Token',
  in: 'header',
  required: false,
  description:
    'The token of the authority’s registrar: with it the registrar signs what is added. Not needed where a statement comes along.',
  schema: { type: 'string' },
  example: 'reg_9sKq0Wm2bYx4Ln7Rt1VzHA',
} as const;
