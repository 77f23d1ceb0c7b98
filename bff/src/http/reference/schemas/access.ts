import {
  DeviceAuthorizationAnswer,
  DeviceAuthorizationBody,
} from '../../../../../shared/contract/access/device-authorization.ts';
import { ServerMetadata } from '../../../../../shared/contract/access/metadata.ts';
import { PageTokenAnswer, PageTokenBody } from '../../../../../shared/contract/access/page-token.ts';
import { TokenAnswer, TokenBody, TokenProblem } from '../../../../../shared/contract/access/token.ts';
import { UserCodeAnswer, UserCodeBody } from '../../../../../shared/contract/access/user-code.ts';
import type { ErrorCode } from '../../../../../shared/errors.ts';
import { oauthError } from '../../problems/oauth-error.ts';
import { type Entries, named, told } from '../entry.ts';
import { sample } from '../samples.ts';
import { problemExample, problemTexts } from './problems.ts';

/** A refusal of an OAuth endpoint as an answer has it. */
export function oauthExample(code: ErrorCode): Record<string, unknown> {
  const problem = problemExample(code);
  return { ...problem, ...oauthError(code, String(problem.detail)) };
}

const ofCheck = (state: string) => ({ session_id: sample.sessionId, state });

/** How a counter gets its token, and how an OAuth client opens a check. Each property carries its own text. */
export const accessSchemas: Entries = {
  TokenBody: named(TokenBody, {
    zh: '令牌请求',
    en: 'Client credentials (RFC 6749 section 4.4) or a device code (RFC 8628 section 3.4), with `private_key_jwt` (RFC 7523), as a form.',
  }),
  TokenAnswer: named(TokenAnswer, {
    zh: '柜台的访问令牌',
    en: 'The counter’s access token; of a device code with the result of the check.',
  }),
  TokenProblem: told(
    TokenProblem,
    {
      zh: 'OAuth 端点的拒绝',
      en: 'A refusal of an OAuth endpoint: a problem (RFC 9457) that an OAuth client understands too (RFC 6749 section 5.2, RFC 8628 section 3.5).',
      examples: {
        'client-unknown': {
          summary: 'The client was not recognised',
          value: oauthExample('client-unknown'),
        },
        'device-pending': {
          summary: 'The check has not ended',
          value: { ...oauthExample('device-pending'), ...ofCheck('claimed') },
        },
        'device-denied': {
          summary: 'The check has ended without a pass',
          value: { ...oauthExample('device-denied'), ...ofCheck('declined') },
        },
      },
    },
    {
      ...problemTexts,
      error: [
        'The error of RFC 6749 section 5.2 or RFC 8628 section 3.5, for OAuth clients.',
        'invalid_client',
      ],
      error_description: [
        'English; a sandbox names the claim at fault.',
        'The client assertion was not accepted.',
      ],
      session_id: ['The check that the device code is for.', sample.sessionId],
      state: ['The state of that check, as its counter sees it.', 'declined'],
    },
  ),
  DeviceAuthorizationBody: named(DeviceAuthorizationBody, {
    zh: '设备流程请求',
    en: 'Opens a check for a client that shows a code once (RFC 8628 section 3.1), as a form.',
  }),
  DeviceAuthorizationAnswer: named(DeviceAuthorizationAnswer, {
    zh: '设备流程的各种码',
    en: 'What the client shows, and asks by (RFC 8628 section 3.2).',
  }),
  PageTokenBody: named(PageTokenBody, { zh: '网页令牌请求', en: 'For which page.' }),
  PageTokenAnswer: named(PageTokenAnswer, {
    zh: '网页令牌',
    en: 'A token for one page in which a counter is embedded.',
  }),
  UserCodeBody: named(UserCodeBody, { zh: '输入的核验码', en: 'What a person typed.' }),
  UserCodeAnswer: named(UserCodeAnswer, { zh: '接下来打开的页面', en: 'Where the browser goes on.' }),
  ServerMetadata: named(ServerMetadata, {
    zh: '授权服务器元数据',
    en: 'RFC 8414: all that an OAuth client needs.',
  }),
};
