import { Ready } from '../../../../../shared/contract/public.ts';
import * as limits from '../../../../../shared/limits.ts';
import type { Operations } from '../entry.ts';
import { messageTable } from '../message-table.ts';
import { lasting } from '../written/lasting.ts';

const keptFor = lasting(limits.publicDocumentSeconds * 1000);

/** What everybody, or a machine of the operator, asks for. */
export const publicOperations: Operations = {
  metadata: {
    zh: '授权服务器元数据',
    more: 'An OAuth client needs the issuer alone and finds the rest here.',
  },
  openidConfiguration: {
    zh: '授权服务器元数据（默认地址）',
    more: 'The same document, where OAuth clients look that were told nothing else. Nobody signs in with an ID token here.',
  },
  enterUserCode: {
    zh: '提交输入的核验码',
    more: 'For the page at `verification_uri`. Every try counts against the quota of its network.',
    refuses: ['user-code-unknown'],
  },
  live: { zh: '进程是否在运行', more: 'For what restarts processes.' },
  ready: {
    zh: '能否提供服务',
    more: `For what sends callers here. What was found is told for ${lasting(limits.readyKept)}, so that nobody reaches the authority by asking often.`,
    also: { status: 503, answer: Ready },
  },
  jwks: {
    zh: '结果令牌的公钥',
    more: `May be kept ${keptFor}. A key is here for ${lasting(limits.resultKeyLead)} before it signs.`,
  },
  about: { zh: '服务由谁提供' },
  messages: {
    zh: '提示语总表',
    more: `May be kept ${keptFor}. The embeddable counter and the counter page say the same words.`,
    answers: { table: { summary: 'The whole table', value: messageTable } },
  },
  metrics: { zh: '运行指标' },
  openapi: { zh: '本接口文档', more: 'The same as a page is at `/docs`.' },
};
