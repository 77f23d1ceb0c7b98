import { type ErrorCode, errors } from '../../../../shared/errors.ts';

/** What is known of a call without knowing what it does. */
export interface CallKind {
  /** By what callers prove who they are: the names of the security schemes. */
  schemes: readonly string[];
  takes: 'json' | 'form' | 'stream' | 'nothing';
  creates: boolean;
  /** Whether it reads or writes the database. */
  stores: boolean;
}

const always = [
  ...(['request-invalid', 'content-type-unsupported', 'headers-too-large', 'upload-timeout'] as const),
  ...(['too-many-requests', 'internal-fault', 'shutting-down'] as const),
] as const satisfies readonly ErrorCode[];

const byScheme: Readonly<Record<string, readonly ErrorCode[]>> = {
  counter: ['token-missing', 'token-invalid', 'origin-not-allowed'],
  operator: ['token-missing', 'token-invalid', 'origin-refused'],
  metrics: ['token-missing', 'token-invalid'],
  holder: ['token-missing', 'token-invalid', 'device-voided'],
  proof: ['dpop-missing', 'dpop-invalid', 'dpop-nonce-stale', 'dpop-replayed'],
};

const byBody: Readonly<Record<CallKind['takes'], readonly ErrorCode[]>> = {
  json: ['body-not-json', 'body-too-large'],
  form: ['body-too-large'],
  stream: ['body-too-large'],
  nothing: [],
};

/** Every code that a call may be refused with, by status: those of its kind, and its own. */
export function refusalsOf(kind: CallKind, own: readonly ErrorCode[]): Map<number, ErrorCode[]> {
  const codes = new Set<ErrorCode>([
    ...own,
    ...kind.schemes.flatMap((scheme) => byScheme[scheme] ?? []),
    ...byBody[kind.takes],
    ...(kind.creates
      ? (['idempotency-key-missing', 'idempotency-key-reused', 'idempotency-key-busy'] as const)
      : []),
    ...(kind.creates && kind.schemes.includes('operator') ? (['idempotency-answer-lost'] as const) : []),
    ...(kind.stores ? (['storage-busy', 'storage-full'] as const) : []),
    ...always,
  ]);
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = errors[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return new Map([...byStatus].sort(([one], [other]) => one - other));
}
