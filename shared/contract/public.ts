import { Type } from 'typebox';
import { type Call, exact, oneOf } from './schema.ts';

const check = (what: string) => ({ ...oneOf(['up', 'down']), description: what, examples: ['up'] });

export const ReadyChecks = exact({
  database: check('Whether the database answers.'),
  storage: check('Whether there is room to write.'),
  authority: check('Whether the authority answers with keys that its root signed.'),
});

/** What a machine that watches this process is told. */
export const Live = exact({ status: oneOf(['up']) });

/** What a machine that sends callers here is told. */
export const Ready = exact({
  status: check('Whether all that is checked is up.'),
  checks: ReadyChecks,
});

export const liveCall = {
  method: 'GET',
  path: '/health/live',
  summary:
    'Whether this process is alive. Nothing else is looked at: one that cannot serve is not helped by a restart.',
  status: 200,
  answer: Live,
} as const satisfies Call;

export const readyCall = {
  method: 'GET',
  path: '/health/ready',
  summary: 'Whether this process can serve: 503 where it cannot, or is stopping.',
  status: 200,
  answer: Ready,
} as const satisfies Call;

const text = (description: string, example: string) => Type.String({ description, examples: [example] });

/** A key that result tokens are signed with (RFC 7517). */
export const PublishedKey = Type.Object(
  {
    kty: text('Key type.', 'EC'),
    kid: text('Which key: the header of a result token names it.', 'result-1'),
    crv: Type.Optional(text('Curve.', 'P-256')),
    x: Type.Optional(text('Coordinate: 32 bytes, base64url.', 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU')),
    y: Type.Optional(text('Coordinate: 32 bytes, base64url.', 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0')),
    use: Type.Optional(text('For signatures.', 'sig')),
    alg: Type.Optional(text('By this algorithm.', 'ES256')),
  },
  { additionalProperties: true },
);

export const KeySet = Type.Object({
  keys: Type.Array(PublishedKey, {
    description: 'Those that sign, and those that are to sign within a day.',
    examples: [[{ kty: 'EC', crv: 'P-256', kid: 'result-1', use: 'sig', alg: 'ES256' }]],
  }),
});

export const jwksCall = {
  method: 'GET',
  path: '/.well-known/jwks.json',
  summary: 'The keys that result tokens are signed with (RFC 7517).',
  status: 200,
  answer: KeySet,
} as const satisfies Call;

export const metricsCall = {
  method: 'GET',
  path: '/metrics',
  summary: 'Figures for Prometheus; a bearer token where the operator set one.',
  status: 200,
  answer: Type.String({
    description: 'The text format of Prometheus, version 0.0.4.',
    examples: ['# TYPE lz_event_streams gauge\nlz_event_streams 3\n'],
  }),
} as const satisfies Call;

export const ApiDocument = Type.Object(
  { openapi: text('The version of OpenAPI.', '3.1.0') },
  { additionalProperties: true },
);

export const openapiCall = {
  method: 'GET',
  path: '/openapi.json',
  summary: 'This document.',
  status: 200,
  answer: ApiDocument,
} as const satisfies Call;
