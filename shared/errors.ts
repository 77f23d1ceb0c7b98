interface Text {
  zh: string;
  en: string;
}

/** What the person, or the program, can do next. Closed: each has a text. */
export const actions = {
  'fix-request': {
    zh: '请检查请求后再发送',
    en: 'Correct the request; sending it again unchanged will fail again.',
  },
  'fetch-token': { zh: '请重新获取访问令牌', en: 'Get a new access token and send the request again.' },
  'use-new-nonce': {
    zh: '请用应答中的新随机数重试',
    en: 'Send the request again with the nonce of this answer.',
  },
  'log-in-again': { zh: '请重新登录', en: 'Log in again on this phone.' },
  'scan-again': { zh: '请重新扫描柜台上的二维码', en: 'Scan the code on the counter again.' },
  'new-session': { zh: '请柜台重新发起一次核验', en: 'Ask the counter to start a new check.' },
  'apply-first': {
    zh: '请先申请网证，也可选择人工核验',
    en: 'Apply for a credential first, or ask the staff to check your card.',
  },
  'raise-level': {
    zh: '请到受理点升级网证，也可选择人工核验',
    en: 'Raise your credential at an acceptance point, or ask the staff to check your card.',
  },
  'capture-again': { zh: '请按提示重新拍摄或朗读', en: 'Follow the hints and capture again.' },
  'retry-later': {
    zh: '请稍后重试，也可选择人工核验',
    en: 'Try again in a moment, or ask the staff to check your card.',
  },
  'ask-staff': { zh: '请选择人工核验', en: 'Ask the staff to check your card instead.' },
  nothing: { zh: '无需操作', en: 'Nothing needs to be done.' },
} as const satisfies Record<string, Text>;

export type Action = keyof typeof actions;

interface ErrorEntry extends Text {
  status: number;
  /** Whether the same request may succeed if it is sent again. */
  retryable: boolean;
  action: Action;
}

/** Every error that any surface answers with (RFC 9457). The codes are stable; adding one is a change of the contract. */
export const errors = {
  // the request itself
  'request-invalid': {
    status: 400,
    retryable: false,
    action: 'fix-request',
    zh: '请求格式不正确',
    en: 'The request does not fit the contract.',
  },
  'body-not-json': {
    status: 400,
    retryable: false,
    action: 'fix-request',
    zh: '请求内容不是有效的 JSON',
    en: 'The body is not valid JSON.',
  },
  'idempotency-key-missing': {
    status: 400,
    retryable: false,
    action: 'fix-request',
    zh: '缺少幂等键',
    en: 'This call needs an Idempotency-Key header of 16 to 64 characters.',
  },
  'not-found': {
    status: 404,
    retryable: false,
    action: 'fix-request',
    zh: '没有找到',
    en: 'There is nothing here that you may see.',
  },
  'method-not-allowed': {
    status: 405,
    retryable: false,
    action: 'fix-request',
    zh: '不支持该方法',
    en: 'This address does not take that method.',
  },
  'idempotency-key-reused': {
    status: 409,
    retryable: false,
    action: 'fix-request',
    zh: '幂等键已用于另一请求',
    en: 'This Idempotency-Key was used for another request.',
  },
  'length-required': {
    status: 411,
    retryable: false,
    action: 'fix-request',
    zh: '缺少内容长度',
    en: 'A Content-Length is needed.',
  },
  'body-too-large': {
    status: 413,
    retryable: false,
    action: 'fix-request',
    zh: '内容过大',
    en: 'The body is larger than this call takes.',
  },
  'body-too-small': {
    status: 400,
    retryable: false,
    action: 'fix-request',
    zh: '内容过小',
    en: 'The body is smaller than any valid one.',
  },
  'content-type-unsupported': {
    status: 415,
    retryable: false,
    action: 'fix-request',
    zh: '不支持的内容类型',
    en: 'The Content-Type is not the one that this call takes.',
  },
  'upload-timeout': {
    status: 408,
    retryable: true,
    action: 'retry-later',
    zh: '上传超时',
    en: 'The upload took too long.',
  },
  'headers-too-large': {
    status: 431,
    retryable: false,
    action: 'fix-request',
    zh: '请求头过大',
    en: 'The headers are too large.',
  },
  // who is asking
  'token-missing': {
    status: 401,
    retryable: false,
    action: 'fetch-token',
    zh: '缺少访问令牌',
    en: 'An access token is needed.',
  },
  'token-invalid': {
    status: 401,
    retryable: false,
    action: 'fetch-token',
    zh: '访问令牌无效或已过期',
    en: 'The access token is not valid here, or no longer.',
  },
  'client-unknown': {
    status: 401,
    retryable: false,
    action: 'fix-request',
    zh: '客户端认证失败',
    en: 'The client assertion was not accepted.',
  },
  'grant-unsupported': {
    status: 400,
    retryable: false,
    action: 'fix-request',
    zh: '不支持的授权类型',
    en: 'Only client_credentials with private_key_jwt is supported.',
  },
  'dpop-missing': {
    status: 401,
    retryable: false,
    action: 'fix-request',
    zh: '缺少设备证明',
    en: 'A DPoP proof is needed.',
  },
  'dpop-invalid': {
    status: 401,
    retryable: false,
    action: 'fix-request',
    zh: '设备证明无效',
    en: 'The DPoP proof does not fit this request.',
  },
  'dpop-replayed': {
    status: 401,
    retryable: false,
    action: 'fix-request',
    zh: '设备证明已被使用',
    en: 'The DPoP proof was used before.',
  },
  'dpop-nonce-stale': {
    status: 401,
    retryable: true,
    action: 'use-new-nonce',
    zh: '设备证明的随机数已过期',
    en: 'The DPoP proof needs the current nonce.',
  },
  'device-voided': {
    status: 401,
    retryable: false,
    action: 'log-in-again',
    zh: '您的账号已在另一台手机登录，本机已退出',
    en: 'Your account was opened on another phone; this one is signed out.',
  },
  'login-refused': {
    status: 401,
    retryable: false,
    action: 'log-in-again',
    zh: '登录未成功',
    en: 'The platform did not accept the login.',
  },
  // the code and the session
  'code-unreadable': {
    status: 400,
    retryable: false,
    action: 'scan-again',
    zh: '这不是柜台的核验码',
    en: 'This is not a counter code.',
  },
  'code-stale': {
    status: 410,
    retryable: true,
    action: 'scan-again',
    zh: '二维码已过期，请重新扫描',
    en: 'The code has expired. Please scan it again.',
  },
  'code-forged': {
    status: 400,
    retryable: false,
    action: 'scan-again',
    zh: '二维码无效',
    en: 'This code was not made by the counter.',
  },
  'session-taken': {
    status: 409,
    retryable: false,
    action: 'new-session',
    zh: '该核验已被另一台手机使用',
    en: 'Another phone has taken this check.',
  },
  'session-over': {
    status: 410,
    retryable: false,
    action: 'new-session',
    zh: '该核验已结束',
    en: 'This check is over.',
  },
  'step-out-of-order': {
    status: 409,
    retryable: false,
    action: 'nothing',
    zh: '当前步骤不能执行此操作',
    en: 'The session is not at the step that this call belongs to.',
  },
  'purpose-not-allowed': {
    status: 422,
    retryable: false,
    action: 'fix-request',
    zh: '该场景不允许此用途',
    en: 'The scene does not allow this purpose.',
  },
  'scene-not-allowed': {
    status: 403,
    retryable: false,
    action: 'fix-request',
    zh: '该依赖方未开通此场景',
    en: 'This relying party is not registered for the scene.',
  },
  // the credential
  'credential-missing': {
    status: 403,
    retryable: false,
    action: 'apply-first',
    zh: '您还没有网证',
    en: 'You have no credential yet.',
  },
  'credential-void': {
    status: 403,
    retryable: false,
    action: 'apply-first',
    zh: '您的网证已失效',
    en: 'Your credential is void.',
  },
  'credential-locked': {
    status: 403,
    retryable: true,
    action: 'retry-later',
    zh: '多次未通过，网证已暂停使用 30 分钟',
    en: 'Too many failed checks: the credential rests for 30 minutes.',
  },
  'level-too-low': {
    status: 403,
    retryable: false,
    action: 'raise-level',
    zh: '该事项需要彩色网证',
    en: 'This needs a strict credential.',
  },
  'consent-missing': {
    status: 422,
    retryable: false,
    action: 'ask-staff',
    zh: '未同意采集人脸，可选择人工核验',
    en: 'Without consent to the face this way is closed; the staffed way is open.',
  },
  // the samples
  'challenge-expired': {
    status: 410,
    retryable: true,
    action: 'capture-again',
    zh: '本次拍摄已超时',
    en: 'The challenge has expired.',
  },
  'sample-not-awaited': {
    status: 409,
    retryable: false,
    action: 'nothing',
    zh: '不需要该样本',
    en: 'No sample of this kind is awaited.',
  },
  'sample-refused': {
    status: 422,
    retryable: false,
    action: 'capture-again',
    zh: '样本未被接受',
    en: 'The authority could not accept the sample.',
  },
  // us
  'too-many-requests': {
    status: 429,
    retryable: true,
    action: 'retry-later',
    zh: '请求过于频繁',
    en: 'Too many requests.',
  },
  'relay-busy': {
    status: 503,
    retryable: true,
    action: 'retry-later',
    zh: '服务繁忙',
    en: 'Too many uploads at this moment.',
  },
  'authority-unavailable': {
    status: 503,
    retryable: true,
    action: 'retry-later',
    zh: '认证服务暂时不可用',
    en: 'The authority cannot be reached at this moment.',
  },
  'platform-unavailable': {
    status: 503,
    retryable: true,
    action: 'retry-later',
    zh: '登录平台暂时不可用',
    en: 'The login platform cannot be reached at this moment.',
  },
  'shutting-down': {
    status: 503,
    retryable: true,
    action: 'retry-later',
    zh: '服务正在重启',
    en: 'The service is restarting.',
  },
  'internal-fault': {
    status: 500,
    retryable: true,
    action: 'retry-later',
    zh: '服务出现故障',
    en: 'Something went wrong on our side.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;
