import type { Operations } from '../entry.ts';
import { optionalKey } from '../parameters.ts';

const foreign = ['origin-refused'] as const;
const fresh = ['verification-needed'] as const;
const inConsole = [...fresh, ...foreign] as const;

/** How operators come in, stay, and let others in. A call that wants a fresh verification is refused after `limits.verificationFresh`. */
export const operatorOperations: Operations = {
  beginEnrolment: { zh: '打开邀请链接', refuses: [...foreign, 'invite-over'] },
  enrol: { zh: '用新的通行密钥成为运营人员', refuses: [...foreign, 'invite-over', 'passkey-refused'] },
  beginSignIn: { zh: '开始登录', refuses: foreign },
  signIn: { zh: '用通行密钥登录', refuses: [...foreign, 'passkey-refused'] },
  signOut: { zh: '退出登录', refuses: foreign },
  readOperatorSession: { zh: '谁已登录，到何时为止' },
  beginVerification: { zh: '开始再次验证本人' },
  verifyOperator: { zh: '再次验证本人', refuses: ['passkey-refused'] },
  listPasskeys: { zh: '列出自己的通行密钥' },
  beginPasskey: { zh: '开始添加通行密钥', refuses: inConsole },
  addPasskey: {
    zh: '添加通行密钥',
    parameters: [optionalKey],
    refuses: [...inConsole, 'passkey-refused', 'passkeys-too-many'],
  },
  removePasskey: { zh: '移除通行密钥', refuses: [...inConsole, 'not-found', 'last-passkey'] },
  listOperators: { zh: '列出运营人员' },
  inviteOperator: { zh: '邀请一位运营人员', parameters: [optionalKey], refuses: inConsole },
  revokeOperator: { zh: '撤销一位运营人员', refuses: [...fresh, 'not-found', 'last-operator'] },
  listTokens: { zh: '列出有效令牌' },
  revokeToken: { zh: '撤销令牌', refuses: ['not-found'] },
  openPairing: { zh: '命令行请求令牌', refuses: foreign },
  collectToken: { zh: '命令行领取令牌', refuses: [...foreign, 'pairing-over'] },
  readPairing: { zh: '查看是哪台机器在请求', refuses: ['pairing-over'] },
  approvePairing: { zh: '批准命令行的请求', refuses: [...inConsole, 'pairing-over'] },
  refusePairing: { zh: '拒绝命令行的请求', refuses: ['pairing-over'] },
};
