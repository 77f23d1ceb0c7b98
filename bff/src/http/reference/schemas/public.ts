import { About } from '../../../../../shared/contract/about.ts';
import {
  ApiDocument,
  KeySet,
  Live,
  PublishedKey,
  Ready,
  ReadyChecks,
} from '../../../../../shared/contract/public.ts';
import { type Entries, named, told } from '../entry.ts';

const operator = { zh: '云栖酒店管理有限公司', en: 'Cloud Rest Hotels Ltd' };
const authority = { zh: '网络身份认证公共服务', en: 'Public Service of Network Identity' };

const checks = { database: 'up', storage: 'up', authority: 'up' };

/** What everybody is told. */
export const publicSchemas: Entries = {
  Text: told(
    About.properties.operator,
    { zh: '中英文', en: 'A text or a name in both languages.' },
    { zh: ['In Simplified Chinese.', operator.zh], en: ['In English.', operator.en] },
  ),
  About: told(
    About,
    { zh: '服务由谁提供', en: 'Who stands behind this service; shown on each page where people come in.' },
    {
      operator: ['Who runs it.', operator],
      authority: ['Who checks identities.', authority],
      hotline: ['A telephone number, as people dial it.', '400-820-0100'],
      privacyUrl: ['Where the privacy text stands.', 'https://id.example.cn/privacy'],
      sandbox: ['Whether nothing that is checked here proves anything.', false],
    },
  ),
  Live: told(
    Live,
    { zh: '进程是否在运行', en: 'Whether this process is alive.' },
    { status: ['It is, where this is answered at all.', 'up'] },
  ),
  ReadyChecks: named(ReadyChecks, { zh: '各项检查', en: 'What is checked, one by one.' }),
  Ready: told(
    Ready,
    {
      zh: '能否提供服务',
      en: 'Whether this process can serve.',
      examples: {
        up: { summary: 'It serves', value: { status: 'up', checks } },
        down: {
          summary: 'It is alive only (503)',
          value: { status: 'down', checks: { ...checks, storage: 'down' } },
        },
      },
    },
    {
      status: ['Whether all that is checked is up.', 'up'],
      checks: ['What is checked, one by one.'],
    },
  ),
  ApiDocument: named(ApiDocument, { zh: '接口文档', en: 'An OpenAPI document, version 3.1.' }),
  PublishedKey: named(PublishedKey, { zh: '公钥', en: 'A public key (RFC 7517).' }),
  KeySet: named(KeySet, { zh: '公钥集', en: 'The public keys (RFC 7517 section 5).' }),
};
