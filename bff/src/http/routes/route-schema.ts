import type {} from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { Call } from '../../../../shared/contract/schema.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Surface } from '../../ports/tally.ts';

interface Documented {
  surface: Surface;
  operationId: string;
  /** The content type of the body where it is not JSON, and its schema where the call has none. */
  takes?: { type: string; schema?: TSchema };
  /** The content type of the answer where it is not JSON. */
  gives?: string;
  /** By which security schemes callers prove who they are, where it is not as on all of the surface. */
  by?: readonly ('proof' | 'metrics')[];
  /** Whether it is left out of the document, as one more address of what stands there. */
  hide?: true;
}

/**
 * What Fastify is told of a call: the answer's schema, by which it is written, and all the rest for the OpenAPI document.
 * Requests are checked by the guards of `checked-request.ts`.
 */
export function schemaOf(
  call: Call,
  { surface, operationId, takes, gives, by, hide }: Documented,
): FastifySchema {
  const body = takes?.schema ?? call.body;
  return {
    operationId,
    ...(hide && { hide }),
    ...(call.made !== undefined && { 'x-made': true }),
    summary: call.summary,
    tags: [surface],
    security: by === undefined ? security[surface] : [Object.fromEntries(by.map((scheme) => [scheme, []]))],
    ...(call.params === undefined ? {} : { params: call.params }),
    ...(call.query === undefined ? {} : { querystring: call.query }),
    ...(call.creates ? { headers: idempotencyHeader } : {}),
    ...(body === undefined ? {} : { body: takes === undefined ? body : content(takes.type, body) }),
    response: {
      [call.status]: gives === undefined ? call.answer : content(gives, call.answer),
      default: {
        description: 'A problem (RFC 9457); `x-problems` lists the codes.',
        ...content('application/problem+json', Type.Unsafe({ $ref: 'Problem#' })),
      },
    },
  };
}

const hours = limits.idempotencyMemory / 3_600_000;

const content = (type: string, schema: TSchema) => ({ content: { [type]: { schema } } });

const idempotencyHeader = Type.Object({
  'idempotency-key': Type.String({
    pattern: '^("([ !#-\\[\\]-~]|\\\\["\\\\])+"|[A-Za-z0-9_-]{16,64})$',
    description: `Fresh for each creation, the same for each retry of it: a String of RFC 9651, ${limits.idempotencyKeyLeast} to ${limits.idempotencyKeyMost} characters in double quotes; letters, digits, - and _, up to 64 of them, are taken without quotes too. Known to nobody but who sent it. What a counter opened it finds again for ${hours} hours at least, while the session lives; once that is over the answer is \`session-over\`, and nothing is made. What a phone made is forgotten with the phone, ten minutes after the end.`,
    examples: ['"8e03978e-40d5-43e8-bc93-6894a57f9324"'],
  }),
});

const security: Record<Surface, Record<string, string[]>[]> = {
  counter: [{ counter: [] }],
  holder: [{ holder: [], proof: [] }],
  access: [],
  operator: [{ operator: [] }, { console: [] }],
  officer: [],
  terminal: [],
  public: [],
};
