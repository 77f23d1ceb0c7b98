import type { Health, SurfaceFigures } from '../../../../shared/contract/operator/figures.ts';
import type { Text } from '../../../../shared/text.ts';

export const surfaceText = {
  counter: { zh: '柜台', en: 'Counters' },
  holder: { zh: '手机', en: 'Phones' },
  access: { zh: '领取令牌', en: 'OAuth clients' },
  terminal: { zh: '终端', en: 'Terminals' },
  operator: { zh: '运营人员', en: 'Operators' },
  officer: { zh: '受理员', en: 'Officers' },
  public: { zh: '公开页面', en: 'Open to all' },
} as const satisfies Record<SurfaceFigures['surface'], Text>;

/** What happens by itself, and what waits for it; a word that is not here is shown as the figures have it. */
export const workText: Readonly<Record<string, Text>> = {
  sweep: { zh: '到期处理', en: 'Keeping deadlines' },
  forget: { zh: '到期遗忘', en: 'Forgetting' },
  scrub: { zh: '擦除已遗忘的', en: 'Scrubbing what is forgotten' },
  outbox: { zh: '告知认证方', en: 'Telling the authority' },
  reconcile: { zh: '与认证方对账', en: 'Comparing credentials' },
  credentials: { zh: '网证到期', en: 'Ending credentials' },
  remind: { zh: '到期提醒', en: 'Reminding holders' },
  webhooks: { zh: '发送 Webhook', en: 'Telling webhooks' },
  delegations: { zh: '家人委托到期', en: 'Ending delegations' },
  'end-delegation': { zh: '结束家人委托', en: 'Delegations to end' },
  'void-credential': { zh: '作废网证', en: 'Credentials to void' },
  'move-credential': { zh: '网证变更', en: 'Changes of credentials' },
  'settle-attempt': { zh: '了结核验', en: 'Attempts to settle' },
};

/** What is looked at, and what to do where it is down. */
export const healthText = {
  database: {
    name: { zh: '数据库', en: 'Database' },
    next: {
      zh: '没有应答：请检查磁盘，再看服务的日志。恢复之前不能核验',
      en: 'It does not answer: check the disk, then the log of the service. Nothing is checked until it does.',
    },
  },
  storage: {
    name: { zh: '磁盘空间', en: 'Room on the disk' },
    next: {
      zh: '磁盘已满：请腾出空间。在此之前不接新的核验',
      en: 'The disk is full: make room. No new checks are taken until then.',
    },
  },
  authority: {
    name: { zh: '认证方', en: 'Authority' },
    next: {
      zh: '连不上，或者它的密钥不可信：请检查到认证方的网络，再联系认证方。恢复之前核验没有结果',
      en: 'It is not reached, or its keys are not to be trusted: check the line, then ask the authority. No check comes to a result until then.',
    },
  },
} as const satisfies Record<keyof Health['checks'], { name: Text; next: Text }>;
