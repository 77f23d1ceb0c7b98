import * as limits from '../../../../shared/limits.ts';
import { type Answer, answerHeaders } from '../headers/answer-headers.ts';
import { lasting } from './written/lasting.ts';

interface Header {
  description: string;
  schema: { type: 'string' | 'integer'; examples: unknown[] };
  /** Of which answers. */
  on(answer: Answer): boolean;
}

const text = (example: string) => ({ type: 'string' as const, examples: [example] });
const isProblem = ({ status }: { status: number }) => status >= 400;

/** The headers of answers that a client has something to do with. */
const table: Readonly<Record<string, Header>> = {
  ...answerHeaders,
  'Cache-Control': {
    description: `\`no-store\` but for public documents, which may be kept ${lasting(limits.publicDocumentSeconds * 1000)}.`,
    schema: text('no-store'),
    on: () => true,
  },
  Date: {
    description: 'The clock that counter codes are judged by.',
    schema: text('Thu, 01 Jan 2026 00:00:00 GMT'),
    on: ({ tag }) => tag === 'counter',
  },
  'DPoP-Nonce': {
    description:
      'The nonce for the next proof (RFC 9449 section 8.2); absent where a request is refused before its address is looked at.',
    schema: text('0Y2Ng8lFv1m4rPz7tQw3Xk'),
    on: ({ tag }) => tag === 'holder',
  },
  'Content-Language': {
    description: 'The language of `title` and `detail`, by `Accept-Language`: `zh` or `en`.',
    schema: text('zh'),
    on: isProblem,
  },
  'WWW-Authenticate': {
    description: 'How to prove who is asking (RFC 6750, RFC 9449), and what was wrong.',
    schema: text('Bearer realm="counter", error="invalid_token"'),
    on: ({ status }) => status === 401,
  },
  'Retry-After': {
    description: 'Seconds: after them there is room.',
    schema: { type: 'integer', examples: [1] },
    on: ({ status }) => status === 429 || status === 503,
  },
};

/** Those that no answer that has them at all is without. */
const sure = new Set([
  'Location',
  ...['X-Request-Id', 'traceparent', 'Cache-Control', 'Date'],
  ...['Content-Language', 'WWW-Authenticate', 'Retry-After'],
]);

/** `components.headers`. */
export const headerComponents = Object.fromEntries(
  Object.entries(table).map(([name, { description, schema }]) => [
    name,
    { description, required: sure.has(name), schema },
  ]),
);

/** The headers of one answer, by reference. */
export function headersOf(answer: Answer): Record<string, { $ref: string }> {
  return Object.fromEntries(
    Object.entries(table)
      .filter(([, { on }]) => on(answer))
      .map(([name]) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}
