import { Type } from 'typebox';
import { type Call, exact, oneOf } from './schema.ts';

const check = (what: string) => ({ ...oneOf(['up', 'down']), description: what, examples: ['up'] });

export const HealthChecks = exact({
  database: check('Whether the database answers.'),
  storage: check('Whether there is room to write.'),
});

/** What a machine that watches this process is told. */
export const Health = exact({
  status: check('Whether all that is checked is up.'),
  checks: HealthChecks,
});

export const healthCall = {
  method: 'GET',
  path: '/health',
  summary: 'Whether this process is alive and can serve: 503 where it is alive only.',
  status: 200,
  answer: Health,
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
