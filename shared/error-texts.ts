import type { ErrorCode } from './errors.ts';
import { holderErrorTexts } from './holder-error-texts.ts';
import { officerErrorTexts } from './officer-error-texts.ts';
import type { Text } from './text.ts';

/** What each error says to a person, complete by type. */
export const errorTexts = {
  ...holderErrorTexts,
  ...officerErrorTexts,
  // a terminal
  'ward-code-unknown': {
    zh: '没有这个家人码，或已用过、过期',
    en: 'No such family code, or it is used or over.',
  },
  // who is asking
  'client-unknown': { zh: '客户端认证失败', en: 'The client assertion was not accepted.' },
  'origin-not-allowed': {
    zh: '该网页来源未登记，不能代表这个柜台',
    en: 'Pages of this origin are not registered for this counter.',
  },
  'page-token-too-narrow': {
    zh: '网页令牌不能用于这个请求，请由您自己的服务器发出',
    en: 'A page token does not open this call: let your own server make it.',
  },
  'grant-unsupported': {
    zh: '不支持的授权类型',
    en: 'Only client_credentials and device_code, each with private_key_jwt, are supported.',
  },
  'grant-invalid': {
    zh: '设备码无效，或已使用过',
    en: 'The device code is not one of this client, or was used before.',
  },
  'scope-unknown': {
    zh: '没有这个业务类型和事项',
    en: 'The scope is none of scopes_supported: one scene and one purpose of it.',
  },
  'device-pending': { zh: '核验还没有结束', en: 'The check has not ended yet.' },
  'device-hurried': {
    zh: '查询太快，间隔已增加 5 秒',
    en: 'That was too soon: wait five seconds longer from now on.',
  },
  'device-code-over': { zh: '设备码已失效', en: 'The device code is over.' },
  'device-denied': { zh: '核验没有通过', en: 'The check has ended without a pass.' },
  'device-flow-not-allowed': {
    zh: '这个依赖方从不使用柜台口令，不能用固定的二维码核验',
    en: 'A code that stays the same needs the counter word, which this relying party never asks for.',
  },
  'user-code-unknown': {
    zh: '没有这个核验码，或它已经失效',
    en: 'There is no such code, or it is over.',
  },
  'passkey-refused': {
    zh: '通行密钥没有通过验证',
    en: 'The passkey was not accepted, or its owner was not verified.',
  },
  'invite-over': {
    zh: '这个链接已失效：用过一次，或超过了 15 分钟',
    en: 'This link is no longer valid: it was used, or is older than 15 minutes.',
  },
  'verification-needed': {
    zh: '做这一步前，请用通行密钥再确认一次是您本人',
    en: 'This step needs a verification by your passkey within the last five minutes.',
  },
  'origin-refused': {
    zh: '请求不是从本控制台的页面发出的',
    en: 'This request was not made by a page of this console.',
  },
  'last-passkey': { zh: '这是您最后一个通行密钥', en: 'This is your last passkey.' },
  'operator-exists': {
    zh: '已经有运营人员了，只能由运营人员邀请',
    en: 'There is an operator already: only they can invite.',
  },
  'last-operator': { zh: '这是最后一位运营人员', en: 'This is the last operator.' },
  'passkeys-too-many': { zh: '通行密钥太多了', en: 'There is no room for another passkey.' },
  'pairing-over': {
    zh: '配对码已失效，或输入有误',
    en: 'This pairing code is over, or is not a code.',
  },
  // the registry
  'idempotency-answer-lost': {
    zh: '已经办好，但当时的结果没有留存：请到列表中查看，不要重复提交',
    en: 'It was made, but what was answered could not be kept: look for it in its list, and do not send it again.',
  },
  'version-stale': { zh: '内容已被别人修改', en: 'Somebody else changed it since you read it.' },
  'key-taken': {
    zh: '这把密钥已登记过',
    en: 'That key was registered before: each key serves one counter, once.',
  },
  'keys-too-many': {
    zh: '这个柜台的密钥已到上限：请先吊销一把，或等旧密钥到期',
    en: 'This counter has as many keys as it may: revoke one first, or wait until an old one has ended.',
  },
  'key-invalid': {
    zh: '这不是有效的 P-256 公钥',
    en: 'That is not a public key on P-256 with each coordinate in its one spelling.',
  },
  'scenes-invalid': {
    zh: '业务类型、用途、等级或柜台口令的设置不相容',
    en: 'Those scenes, purposes, levels or counter words do not go together.',
  },
  'revoked-already': { zh: '已被吊销，不能再修改', en: 'It was revoked, and cannot be changed any more.' },
  'statement-invalid': {
    zh: '登记员的声明无效，或不是关于这个柜台的',
    en: "The registrar's statement does not count, or is about something else.",
  },
  'name-taken': {
    zh: '这个名称已被其他依赖方登记，或与其过于相似',
    en: 'That name, or one that looks like it, is registered to another relying party.',
  },
  'registrar-token-missing': {
    zh: '需要登记员的令牌',
    en: "The authority's registrar has to sign this: its token is needed in the header Registrar-Token.",
  },
  'registrar-refused': { zh: '登记员没有受理', en: "The authority's registrar did not take it." },
  'registrar-unavailable': {
    zh: '暂时无法联系登记员',
    en: "The authority's registrar cannot be reached at this moment.",
  },
  'two-operators-needed': {
    zh: '此项修改需要两位运营人员',
    en: 'That makes something weaker, and needs two operators.',
  },
  'own-proposal': {
    zh: '请由另一位运营人员批准：不能是提出人，也不能与提出人有直接或间接的邀请关系（只有两位时，由被邀请的一方提议）；双方在提议前都要已加入满一天',
    en: 'Let another operator approve it: not who proposed it, nor anybody whom they invited or who invited them, directly or through others (of two alone, the one who was invited proposes); and both must have been operators for a day before it was proposed.',
  },
  'proposal-over': {
    zh: '申请已处理或已过期',
    en: 'That proposal was decided already, or nobody approved it in time.',
  },
  // webhooks
  'webhook-url-refused': {
    zh: '这个地址不能接收通知：要用 https 和公网地址，不能是本服务自己',
    en: 'Events cannot be sent to this address: it must be https, public, and not this service itself.',
  },
  'webhook-exists': {
    zh: '这个依赖方已有同一地址的 webhook',
    en: 'This RP has a webhook of this URL already.',
  },
  'webhooks-too-many': {
    zh: 'webhook 或密钥的数量已到上限，请先撤销一个，或等旧密钥到期',
    en: 'There are as many webhooks or secrets as there may be: revoke one first, or wait until an old secret has ended.',
  },
  'webhook-over': { zh: '这个 webhook 已撤销', en: 'This webhook is revoked.' },
  'event-forgotten': {
    zh: '这次核验的内容已删除，不能再发送',
    en: 'What this event told is forgotten and cannot be sent again.',
  },
} as const satisfies Record<ErrorCode, Text>;
