import type { components } from './api.ts';
import type { Problem } from './refused.ts';

type Schemas = components['schemas'];
export type Session = Schemas['Session'];
export type CheckView = Schemas['CounterView'];
export type ResultClaims = Schemas['ResultClaims'];
export type Metadata = Schemas['ServerMetadata'];
export type MessageTable = Schemas['MessageTable'];
export type WebhookEvent =
  | Schemas['SessionEnded']
  | Schemas['SessionEndedLate']
  | Schemas['SessionNeedsMoreTime']
  | Schemas['WebhookTest'];

// Each looks at what this package reads; the rest is as the service's own document says.

type Kind = 'string' | 'number' | 'boolean' | 'object';

function has(value: unknown, fields: Readonly<Record<string, Kind>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const found = new Map<string, unknown>(Object.entries(value));
  return Object.entries(fields).every(([name, kind]) => {
    const field = found.get(name);
    return typeof field === kind && field !== null;
  });
}

export const isProblem = (value: unknown): value is Problem =>
  has(value, {
    ...{ title: 'string', detail: 'string', status: 'number', code: 'string' },
    ...{ retryable: 'boolean', traceId: 'string' },
  });

export const isMetadata = (value: unknown): value is Metadata =>
  has(value, { issuer: 'string', token_endpoint: 'string', jwks_uri: 'string' });

export const isToken = (value: unknown): value is Schemas['TokenAnswer'] =>
  has(value, { access_token: 'string', expires_in: 'number' });

export const isSession = (value: unknown): value is Session =>
  has(value, {
    ...{ sessionId: 'string', rpId: 'string', counterId: 'string', scene: 'string', purpose: 'string' },
    ...{ codeBaseUrl: 'string', token: 'string', secret: 'string', openedAt: 'number', serverTime: 'number' },
  });

export const isView = (value: unknown): value is CheckView =>
  has(value, { sessionId: 'string', state: 'string', version: 'number', scene: 'string' });

export const isStreamEnd = (value: unknown): value is Schemas['StreamEnd'] =>
  has(value, { reason: 'string' });

export const isResult = (value: unknown): value is ResultClaims =>
  has(value, {
    ...{ iss: 'string', aud: 'string', jti: 'string', counter: 'string', scene: 'string', level: 'string' },
    ...{ purpose: 'string', outcome: 'string', openedAt: 'number', decidedAt: 'number', sandbox: 'boolean' },
  });

export const isMessageTable = (value: unknown): value is MessageTable =>
  has(value, { messages: 'object', people: 'object' });

export const isWebhookEvent = (value: unknown): value is WebhookEvent =>
  has(value, { type: 'string', timestamp: 'string', data: 'object' });

const live: ReadonlySet<CheckView['state']> = new Set(['open', 'claimed']);

/** Whether nothing can follow. */
export const isOver = ({ state }: Pick<CheckView, 'state'>): boolean => !live.has(state);
