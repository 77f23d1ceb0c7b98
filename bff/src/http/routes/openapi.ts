import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { About } from '../../../../shared/contract/about.ts';
import { ProblemDetails } from '../../../../shared/contract/problem.ts';

/** The schema that every error answer is documented by. */
export const problemSchema = { ...ProblemDetails, $id: 'Problem' };

/** The head of the OpenAPI document; the operations come from the routes, and what is told of them from `reference/`. */
export function openapiOptions(publicUrl: string, about: About): FastifyDynamicSwaggerOptions {
  return {
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `def-${i}`) },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Liangzheng BFF 亮证',
        version: '1',
        summary: 'Show your ID without showing it: at a counter, a citizen proves "I am me".',
        description: introduction,
        contact: { name: `${about.operator.zh} · ${about.operator.en}`, url: about.privacyUrl },
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      externalDocs: { url: `${publicUrl}/docs`, description: 'This document as a page 网页版' },
      servers: [
        { url: publicUrl, description: about.sandbox ? 'A sandbox 演示环境' : 'This service 本服务' },
      ],
      tags,
      components: { securitySchemes },
    },
  };
}

const introduction = `The **counter** API is for relying parties, the **holder** API for phones. 柜台接口供依赖方使用，持证人接口供手机使用；接口名称为中英文，说明为英文；给人看的提示语和错误两种语言都有。

- Every time is in epoch **milliseconds** by the server’s clock, unless it is a claim of a JWT (seconds). 时间均为服务器时钟的毫秒数。
- Errors are problem details (RFC 9457) in Chinese or English by \`Accept-Language\`. Go by \`code\`, which is stable; \`x-problems\` of the schema Problem lists every one. 错误按 \`code\` 处理。
- What the contract does not name is refused: unknown fields, parameters, bodies of calls without one. 未约定的字段一律拒绝。
- \`HEAD\` is taken wherever \`GET\` is. Addresses and fields are only ever added; read past fields of answers that you do not know. 请忽略应答中未知的字段。
- An answer to \`failed\` is never an error: it is a decision. “未通过”是结果，不是错误。`;

/** As they are called in addresses of the document, and by its readers. */
const tags = [
  {
    ...{ name: 'access', 'x-displayName': 'Access 取得令牌' },
    description: 'How a counter gets its access token. 柜台如何取得访问令牌。',
    externalDocs: { url: 'https://www.rfc-editor.org/rfc/rfc7523', description: 'RFC 7523' },
  },
  {
    ...{ name: 'counter', 'x-displayName': 'Counter 柜台' },
    description:
      'For the counters of relying parties: open a session, show its code, follow it, read the result. 供依赖方的柜台使用：发起、显示二维码、跟踪、读取结果。',
  },
  {
    ...{ name: 'holder', 'x-displayName': 'Holder 持证人' },
    description: 'For phones: scan, agree, capture, send. 供手机端使用。',
  },
  {
    ...{ name: 'operator', 'x-displayName': 'Operator 运营方' },
    description:
      'For the operator: relying parties, their counters, keys and quotas. 供运营方使用：依赖方、柜台、密钥、配额。',
  },
  {
    ...{ name: 'public', 'x-displayName': 'Public 公开' },
    description: 'For everybody, or for the operator’s machines. 公开接口。',
  },
];

const securitySchemes = {
  counter: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of a counter, ten minutes old at most (operation `token`).',
  },
  holder: {
    type: 'http',
    scheme: 'DPoP',
    description: 'An access token that is bound to the device key (RFC 9449).',
  },
  operator: { type: 'http', scheme: 'bearer', description: 'A token of one operator, opened by a passkey.' },
  console: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-lz-operator',
    description: 'The same in the cookie that a sign-in in the console leaves.',
  },
  proof: {
    type: 'apiKey',
    in: 'header',
    name: 'DPoP',
    description: 'A fresh proof for each request, with the nonce of the last answer (RFC 9449).',
  },
  metrics: { type: 'http', scheme: 'bearer', description: 'The word that the operator set for figures.' },
} as const;
