import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { ProblemDetails } from '../../../../shared/contract/problem.ts';
import { errorTexts } from '../../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../../shared/errors.ts';

const isCode = (word: string): word is ErrorCode => word in errors;

const problems = new Map<string, object>();
for (const code of Object.keys(errors)) {
  if (isCode(code)) problems.set(code, { ...errors[code], ...errorTexts[code] });
}

/** The schema that every error answer is documented by; `x-problems` lists the codes with all that is fixed about each. */
export const problemSchema = {
  ...ProblemDetails,
  $id: 'Problem',
  'x-problems': Object.fromEntries(problems),
};

/** The head of the OpenAPI document; the operations come from the routes. */
export function openapiOptions(publicUrl: string): FastifyDynamicSwaggerOptions {
  return {
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `def-${i}`) },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Liangzheng BFF',
        version: '1',
        description:
          'The counter API is for relying parties, the holder API for phones. Errors are problem details (RFC 9457) in Chinese or English by Accept-Language; `x-problems` of the schema Problem lists every code.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: publicUrl }],
      tags: [
        { name: 'access', description: 'How a counter gets its access token.' },
        { name: 'counter', description: 'For the counters of relying parties.' },
        { name: 'holder', description: 'For phones.' },
        {
          name: 'operator',
          description: 'For the operator: relying parties, their counters, keys and quotas.',
        },
        { name: 'public', description: 'For everybody, or for the operator.' },
      ],
      components: {
        securitySchemes: {
          counter: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          holder: {
            type: 'http',
            scheme: 'DPoP',
            description: 'An access token that is bound to the device key (RFC 9449).',
          },
          operator: {
            type: 'http',
            scheme: 'bearer',
            description: 'A token of one operator, opened by a passkey.',
          },
          proof: {
            type: 'apiKey',
            in: 'header',
            name: 'DPoP',
            description: 'A fresh proof for each request, with the nonce of the last answer.',
          },
        },
      },
    },
  };
}
