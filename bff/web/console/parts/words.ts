import type { ImportedEntry } from '../../../../shared/contract/operator/imports.ts';
import type {
  DeliveryFault,
  DeliveryState,
  WebhookState,
} from '../../../../shared/contract/operator/webhook-view.ts';
import type { WordPolicy } from '../../../../shared/counter-word.ts';
import type { Text } from '../../../../shared/text.ts';

/** What a closed list of the contract says to an operator; complete by type. */
export const standingText = {
  active: { zh: '有效', en: 'active' },
  revoked: { zh: '已吊销', en: 'revoked' },
} as const satisfies Record<'active' | 'revoked', Text>;

export const keyStateText = {
  good: { zh: '可用', en: 'good' },
  'not-yet': { zh: '还没生效', en: 'not yet' },
  over: { zh: '已过期', en: 'over' },
  revoked: { zh: '已吊销', en: 'revoked' },
} as const satisfies Record<string, Text>;

export const wordPolicyText = {
  always: { zh: '每次都要', en: 'always' },
  late: { zh: '晚扫时要', en: 'after a late scan' },
  never: { zh: '从不要（晚扫不算）', en: 'never (late scans do not count)' },
} as const satisfies Record<WordPolicy, Text>;

export const outcomeText = {
  added: { zh: '已添加', en: 'Added' },
  renewed: { zh: '登记已更新', en: 'Registration renewed' },
  unchanged: { zh: '已有，相同', en: 'There already, the same' },
  kept: { zh: '已有，不同：保持不变', en: 'There already, different: left as it is' },
  refused: { zh: '没有接受', en: 'Refused' },
} as const satisfies Record<ImportedEntry['outcome'], Text>;

export const reasonText = {
  closed: { zh: '不再营业', en: 'it is no more' },
  'key-lost': { zh: '密钥可能被别人拿到', en: 'somebody else may have a key' },
  misuse: { zh: '做了不该做的事', en: 'it did what it must not' },
  mistake: { zh: '登记错了', en: 'it was never to be there' },
} as const satisfies Record<'closed' | 'key-lost' | 'misuse' | 'mistake', Text>;

export const proposalStateText = {
  open: { zh: '等另一位运营人员批准', en: 'waits for another operator' },
  done: { zh: '已批准并生效', en: 'approved and in force' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  expired: { zh: '过期没有批准', en: 'nobody approved in time' },
} as const satisfies Record<'open' | 'done' | 'withdrawn' | 'expired', Text>;

export const proposedText = {
  'raise-rp-quotas': { zh: '提高观察中的依赖方的配额', en: 'More for a relying party under watch' },
  'raise-counter-quotas': {
    zh: '提高柜台的配额，其依赖方在观察中',
    en: 'More for a counter of a relying party under watch',
  },
  'weaken-scenes': { zh: '放宽业务类型的柜台口令或等级', en: 'A weaker counter word or level' },
  'end-watch': { zh: '结束对依赖方的观察', en: 'No longer under watch' },
  'restore-rp': { zh: '恢复已吊销的依赖方', en: 'A revoked relying party counts again' },
  'restore-counter': { zh: '恢复已吊销的柜台', en: 'A revoked counter counts again' },
  'trust-root': { zh: '信任另一个认证方根密钥', en: 'Trust another root key of an authority' },
} as const satisfies Record<string, Text>;

export const webhookStateText = {
  active: { zh: '正在发送', en: 'active' },
  paused: { zh: '已暂停', en: 'paused' },
  gone: { zh: '接收方答复 410，已停发', en: 'stopped: its receiver answered 410' },
  revoked: { zh: '已吊销', en: 'revoked' },
} as const satisfies Record<WebhookState, Text>;

export const deliveryStateText = {
  waiting: { zh: '等待发送', en: 'waiting' },
  delivered: { zh: '已送达', en: 'delivered' },
  dead: { zh: '已放弃', en: 'given up' },
} as const satisfies Record<DeliveryState, Text>;

export const deliveryFaultText = {
  'address-refused': { zh: '地址不允许', en: 'the address is not allowed' },
  unreachable: { zh: '连不上', en: 'not reached' },
  'tls-refused': { zh: '证书不可信', en: 'its certificate is not trusted' },
  timeout: { zh: '超时没有答复', en: 'no answer in time' },
  redirect: { zh: '答复了跳转，不予跟随', en: 'it redirected, which is not followed' },
  'rate-limited': { zh: '接收方说太频繁', en: 'its receiver said too many' },
  gone: { zh: '接收方答复 410', en: 'its receiver answered 410' },
  'client-error': { zh: '接收方拒绝（4xx）', en: 'refused (4xx)' },
  'server-error': { zh: '接收方出错（5xx）', en: 'failed there (5xx)' },
  'answer-invalid': { zh: '答复看不懂', en: 'its answer made no sense' },
  'not-ready': { zh: '内容还没准备好', en: 'what it tells of was not ready' },
  forgotten: { zh: '核验已过保留期', en: 'its session is no longer kept' },
} as const satisfies Record<DeliveryFault, Text>;

export const tokenKindText = {
  console: { zh: '浏览器', en: 'browser' },
  command: { zh: '命令行', en: 'command' },
  sandbox: { zh: '演示环境的命令行', en: 'command of the sandbox' },
} as const satisfies Record<'console' | 'command' | 'sandbox', Text>;
