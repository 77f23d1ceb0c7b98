import type { ErrorCode } from './errors.ts';
import type { Text } from './text.ts';

/** What each error says to a person, complete by type. */
export const errorTexts = {
  // the request itself
  'request-invalid': { zh: '请求格式不正确', en: 'The request does not fit the contract.' },
  'body-not-json': { zh: '请求内容不是有效的 JSON', en: 'The body is not valid JSON.' },
  'idempotency-key-missing': {
    zh: '缺少幂等键，或写法不对',
    en: 'This call needs an Idempotency-Key header: 16 to 255 characters in double quotes, or 16 to 64 letters, digits, - and _ without.',
  },
  'not-found': { zh: '没有找到', en: 'There is nothing here that you may see.' },
  'method-not-allowed': { zh: '不支持该方法', en: 'This address does not take that method.' },
  'idempotency-key-reused': {
    zh: '幂等键已用于另一请求',
    en: 'This Idempotency-Key was used for another request.',
  },
  'idempotency-key-busy': {
    zh: '同一件事正在办理',
    en: 'The same is being done already; its answer is not there yet.',
  },
  'length-required': { zh: '缺少内容长度', en: 'A Content-Length is needed.' },
  'body-too-large': { zh: '内容过大', en: 'The body is larger than this call takes.' },
  'body-too-small': { zh: '内容过小', en: 'The body is smaller than any valid one.' },
  'content-type-unsupported': {
    zh: '不支持的内容类型',
    en: 'The Content-Type is not the one that this call takes.',
  },
  'upload-timeout': { zh: '上传超时', en: 'The upload took too long.' },
  'upload-too-slow': {
    zh: '网络太慢，没有传完',
    en: 'The network is too slow: not all of it could be sent.',
  },
  'headers-too-large': { zh: '请求头过大', en: 'The headers are too large.' },
  // who is asking
  'token-missing': { zh: '缺少访问令牌', en: 'An access token is needed.' },
  'token-invalid': { zh: '访问令牌无效或已过期', en: 'The access token is not valid here, or no longer.' },
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
  'dpop-missing': { zh: '缺少设备证明', en: 'A DPoP proof is needed.' },
  'dpop-invalid': { zh: '设备证明无效', en: 'The DPoP proof does not fit this request.' },
  'dpop-replayed': { zh: '设备证明已被使用', en: 'The DPoP proof was used before.' },
  'dpop-nonce-stale': { zh: '设备证明的随机数已过期', en: 'The DPoP proof needs the current nonce.' },
  'device-voided': {
    zh: '您已在另一台手机登录，本机已退出',
    en: 'You signed in on another phone; this one is signed out.',
  },
  'login-refused': { zh: '登录未成功', en: 'The platform did not accept the login.' },
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
    zh: '已经有操作员了，只能由操作员邀请',
    en: 'There is an operator already: only they can invite.',
  },
  'last-operator': { zh: '这是最后一位操作员', en: 'This is the last operator.' },
  'passkeys-too-many': { zh: '通行密钥太多了', en: 'There is no room for another passkey.' },
  'pairing-over': {
    zh: '配对码已失效，或输入有误',
    en: 'This pairing code is over, or is not a code.',
  },
  'sms-too-many': {
    zh: '获取验证码的次数太多了',
    en: 'Too many codes were asked for.',
  },
  'sms-code-wrong': { zh: '验证码不正确', en: 'That is not the code from the message.' },
  'sms-code-over': {
    zh: '验证码已失效',
    en: 'The code is no longer valid.',
  },
  // the code and the session
  'code-unreadable': { zh: '这不是柜台的核验码', en: 'This is not a counter code.' },
  'code-stale': { zh: '二维码已过期', en: 'The code has expired.' },
  'code-forged': { zh: '这个二维码不是柜台生成的', en: 'This code was not made by the counter.' },
  'session-taken': { zh: '这次核验已在另一台手机上进行', en: 'Another phone has taken this check.' },
  'session-over': { zh: '这次核验已经结束', en: 'This check is over.' },
  'extended-already': {
    zh: '时间已经延长过一次，不能再延长',
    en: 'More time was given once already, which is all there is.',
  },
  'step-out-of-order': {
    zh: '现在还不能做这一步',
    en: 'The session is not at the step that this call belongs to.',
  },
  'purpose-not-allowed': {
    zh: '这个业务类型不办理这个事项',
    en: 'This kind of business does not have that purpose.',
  },
  'scene-not-allowed': {
    zh: '这里没有开通这个业务类型',
    en: 'This relying party is not registered for the scene.',
  },
  'counter-unregistered': {
    zh: '本柜台在认证方的登记已过期，请管理员续期',
    en: "This counter's registration with the authority has run out: have it renewed.",
  },
  'who-asks-unknown': {
    zh: '不能确认谁在核验您，没有拍摄，也没有录音',
    en: 'Who asks could not be confirmed. Nothing was captured.',
  },
  // the registry
  'version-stale': { zh: '内容已被别人修改', en: 'Somebody else changed it since you read it.' },
  'id-taken': { zh: '这个编号已被使用', en: 'That id, or that key id, is in use.' },
  'key-taken': {
    zh: '这把密钥已登记过',
    en: 'That key was registered before: each key serves one counter, once.',
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
    zh: '不能由提出人、其邀请的人或之后才加入的人批准；邀请人要等新人加入满一天',
    en: 'Who proposed it cannot approve it, nor whom they invited, nor who joined since; who invited them waits until they have been operator for a day.',
  },
  'proposal-over': {
    zh: '申请已处理或已过期',
    en: 'That proposal was decided already, or nobody approved it in time.',
  },
  // the credential
  'credential-missing': { zh: '您还没有网证', en: 'You have no credential yet.' },
  'credential-void': { zh: '您的网证已失效', en: 'Your credential is void.' },
  'credential-locked': {
    zh: '多次没有通过，网证暂停使用 30 分钟',
    en: 'Too many failed checks: the credential rests for 30 minutes.',
  },
  'application-rests': {
    zh: '多次没有通过，请过几个小时再申请，或请工作人员办理',
    en: 'Too many applications did not pass: apply again some hours later, or ask the staff.',
  },
  'level-too-low': {
    zh: '办这件事需要当面核验过的网证',
    en: 'This needs a credential that was checked in person.',
  },
  'consent-missing': {
    zh: '没有同意拍摄人脸，不能用手机核验',
    en: 'You did not agree to pictures of your face, so the phone cannot be used for this.',
  },
  // the samples
  'challenge-expired': { zh: '这次拍摄超时了', en: 'The time for this try has run out.' },
  'sample-not-awaited': { zh: '这次不需要这一项', en: 'No sample of this kind is awaited.' },
  'platform-account-other': {
    zh: '现在的账号与登录时不是同一个',
    en: 'This is not the account that signed in here.',
  },
  'platform-tries-over': {
    zh: '刷脸打开的次数太多了',
    en: 'The face check was opened too often.',
  },
  'sample-refused': {
    zh: '这次拍摄或录音没有被接受',
    en: 'The authority could not accept what was captured.',
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
  // us
  'too-many-requests': { zh: '操作太频繁了', en: 'Too many requests.' },
  'relay-busy': { zh: '现在使用的人很多', en: 'Many people are using this at the moment.' },
  'authority-unavailable': {
    zh: '认证服务暂时不可用',
    en: 'The authority cannot be reached at this moment.',
  },
  'platform-busy': {
    zh: '现在登录的人很多',
    en: 'Many people are signing in at the moment.',
  },
  'platform-unavailable': {
    zh: '平台暂时不可用',
    en: 'The platform cannot be reached at this moment.',
  },
  'storage-busy': { zh: '服务现在很忙', en: 'The service is busy at the moment.' },
  'storage-full': {
    zh: '服务的存储空间用完了，现在办理不了',
    en: 'The service has no storage left and cannot take anything in at the moment.',
  },
  'shutting-down': { zh: '服务正在重启', en: 'The service is restarting.' },
  'internal-fault': { zh: '服务出了故障，不是您的问题', en: 'Something went wrong on our side.' },
} as const satisfies Record<ErrorCode, Text>;
