import { credentialErrorTexts } from './credential-error-texts.ts';
import { familyErrorTexts } from './family-error-texts.ts';
import type { HolderErrorCode } from './holder-errors.ts';
import type { Text } from './text.ts';

/** What each error that a phone may be answered with says to a person, complete by type. */
export const holderErrorTexts = {
  'officer-may-not': {
    zh: '不能为自己或家人办理',
    en: 'Nobody may do this for themselves or for their family.',
  },
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
  'dpop-missing': { zh: '缺少设备证明', en: 'A DPoP proof is needed.' },
  'dpop-invalid': { zh: '设备证明无效', en: 'The DPoP proof does not fit this request.' },
  'dpop-replayed': { zh: '设备证明已被使用', en: 'The DPoP proof was used before.' },
  'dpop-nonce-stale': { zh: '设备证明的随机数已过期', en: 'The DPoP proof needs the current nonce.' },
  'device-voided': {
    zh: '您已在另一台手机登录，本机已退出',
    en: 'You signed in on another phone; this one is signed out.',
  },
  'login-refused': { zh: '登录未成功', en: 'The platform did not accept the login.' },
  'soter-refused': {
    zh: '手机的安全验证没有通过',
    en: 'The secure key of this phone did not confirm the sign-in.',
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
  'meeting-code-wrong': { zh: '这不是对方手机上的互认码', en: 'This is not the code of another phone.' },
  'meeting-code-stale': { zh: '对方手机上的码已过期', en: "The other phone's code has expired." },
  'meeting-taken': { zh: '已有别人扫了这个码', en: 'Somebody else has scanned this code.' },
  'own-code': { zh: '这是您自己的码', en: 'This is your own code.' },
  'meetings-blocked': {
    zh: '今天已有几个人不同意与您互认，今天不能再发起',
    en: 'Several people have declined today, so you cannot ask anybody else today.',
  },
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
  ...credentialErrorTexts,
  ...familyErrorTexts,
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
  // receipts
  'receipt-key-refused': {
    zh: '凭条密钥没有被接受，请重新打开本应用',
    en: 'The key for receipts is not this phone’s.',
  },
  'report-refused': { zh: '这张凭条不能用来反映情况', en: 'This receipt cannot be used for a report.' },
  'report-late': { zh: '已经过了两周，不能再反映', en: 'It is too late: the check was over two weeks ago.' },
  'report-made': { zh: '这次核验您已经反映过了', en: 'You have reported this check before.' },
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
} as const satisfies Record<HolderErrorCode, Text>;
