/** Values of examples, made up once, so that those of one document are about one session. */
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact JWS that says what it holds. Its signature is made up. */
export const compact = (header: object, claims: object): string =>
  `${base64url(header)}.${base64url(claims)}.${'sGNatur3'.repeat(10)}sGNatu`;

const openedAt = 1_767_225_600_000;

export const sample = {
  sessionId: 'ses_J2fT0qXv9mYkWb3LrHs7Qw',
  rpId: 'rp_my-hotel',
  counterId: 'cnt_my-hotel-1',
  openedAt,
  claimedAt: openedAt + 9_000,
  decidedAt: openedAt + 47_000,
  deadline: openedAt + 180_000,
  deadlineOfClaimed: openedAt + 3_000_000,
  meetingId: 'mtg_0xvT8mJqYb3LrHs7QwJ2fA',
  delegationId: 'del_J2fT0qXv9mYkWb3LrHs7Qw',
  token: 'AAECAwQFBgcICQoLDA0ODw',
  secret: 'ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8',
  ticket: 'mB1q8nXo2cVt5kYd0aZrGQ',
  cursor: '4h-Zk3mPq7_',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  thumbprint: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I',
  coordinateX: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  coordinateY: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
} as const;

const seconds = (ms: number) => Math.floor(ms / 1000);

/** The claims of the result of the session that all examples are about. */
export const resultClaims = {
  iss: 'https://id.example.cn',
  aud: sample.rpId,
  jti: sample.sessionId,
  iat: seconds(sample.decidedAt),
  exp: seconds(sample.decidedAt) + 86_400,
  counter: sample.counterId,
  scene: 'hotel',
  level: 'basic',
  purpose: 'check-in',
  outcome: 'pass',
  openedAt: sample.openedAt,
  decidedAt: sample.decidedAt,
  sandbox: false,
} as const;

export const signed = {
  sampleWord: compact(
    { alg: 'ES256', kid: sample.thumbprint, typ: 'lz-sample+jwt' },
    { challenge: 'chl_J2fT0qXv9mYkWb3LrHs7Qw', kind: 'face', digest: sample.thumbprint },
  ),
  guardianWord: compact(
    { alg: 'ES256', kid: sample.thumbprint, typ: 'lz-guardian-word+jwt' },
    {
      delegation: sample.delegationId,
      act: 'use',
      session: sample.sessionId,
      counterId: sample.counterId,
      scene: 'hotel',
    },
  ),
  result: compact({ alg: 'ES256', kid: 'result-1', typ: 'lz-result+jwt' }, resultClaims),
  accessToken: compact({ alg: 'HS256', typ: 'JWT' }, { sub: sample.counterId, exp: seconds(openedAt) + 600 }),
  assertion: compact(
    { alg: 'ES256', kid: 'desk-1' },
    {
      ...{ iss: sample.counterId, sub: sample.counterId, aud: 'https://id.example.cn' },
      ...{ jti: '5f0c1c1e-3f0a-4a39-9c51-0d1f4b0d8f11', iat: seconds(openedAt), exp: seconds(openedAt) + 60 },
    },
  ),
  registrar: compact({ alg: 'ES256', kid: 'root', typ: 'lz-registrar+jwt' }, { kid: 'registrar-1' }),
  statement: compact(
    { alg: 'ES256', kid: 'registrar-1', typ: 'lz-registration+jwt' },
    { rpId: sample.rpId, rpName: '云栖酒店', counterId: sample.counterId, counterName: '前台一号' },
  ),
  challenge: compact({ alg: 'ES256', kid: 'sign-1', typ: 'lz-challenge+jwt' }, { jti: sample.sessionId }),
  keyList: compact({ alg: 'ES256', kid: 'root', typ: 'lz-keys+jwt' }, { version: 1 }),
  receiptKey: compact(
    { alg: 'ES256', kid: sample.thumbprint, typ: 'lz-receipt-key+jwt' },
    { key: sample.coordinateX },
  ),
  report: compact(
    { alg: 'ES256', kid: 'sign-1', typ: 'lz-report+jwt' },
    { rpId: sample.rpId, day: '2026-01-01', nullifier: sample.ticket },
  ),
  begun: compact({ alg: 'ES256', kid: 'sign-1', typ: 'lz-face+jwt' }, { session: sample.sessionId }),
} as const;
