import type { LogEntry } from '../../../../shared/contract/operator/log.ts';
import type { Text } from '../../../../shared/text.ts';

const texts: Readonly<Record<string, Text>> = {
  'operator-invited': { zh: '邀请了运营人员', en: 'An operator was invited' },
  'operator-enrolled': { zh: '成为运营人员', en: 'Became an operator' },
  'operator-signed-in': { zh: '登录', en: 'Signed in' },
  'operator-revoked': { zh: '撤销了运营人员', en: 'An operator was revoked' },
  'passkey-added': { zh: '添加了通行密钥', en: 'A passkey was added' },
  'passkey-removed': { zh: '删除了通行密钥', en: 'A passkey was removed' },
  'command-paired': { zh: '批准了命令行', en: 'The command was paired' },
  'operator-token-revoked': { zh: '收回了令牌', en: 'A token was revoked' },
  'rp-added': { zh: '添加了依赖方', en: 'Relying party added' },
  'rp-renamed': { zh: '改了依赖方名称', en: 'Relying party renamed' },
  'rp-scenes-set': { zh: '改了业务类型', en: 'Business types set' },
  'rp-encryption-key-set': { zh: '改了结果加密密钥', en: 'Encryption key set' },
  'rp-quotas-set': { zh: '改了依赖方配额', en: 'Quotas of a relying party set' },
  'rp-watched': { zh: '列入观察', en: 'Put under watch' },
  'rp-unwatched': { zh: '结束观察', en: 'No longer under watch' },
  'rp-revoked': { zh: '吊销了依赖方', en: 'Relying party revoked' },
  'rp-restored': { zh: '恢复了依赖方', en: 'Relying party restored' },
  'counter-added': { zh: '添加了柜台', en: 'Counter added' },
  'counter-registered-anew': { zh: '重新登记了柜台', en: 'Counter registered anew' },
  'counter-origins-set': { zh: '改了网页来源', en: 'Origins of a counter set' },
  'counter-quotas-set': { zh: '改了柜台配额', en: 'Quotas of a counter set' },
  'counter-revoked': { zh: '吊销了柜台', en: 'Counter revoked' },
  'counter-restored': { zh: '恢复了柜台', en: 'Counter restored' },
  'key-added': { zh: '添加了密钥', en: 'Key added' },
  'key-rotated': { zh: '更换了密钥', en: 'Key rotated' },
  'key-revoked': { zh: '吊销了密钥', en: 'Key revoked' },
  'proposal-made': { zh: '提议', en: 'Proposed' },
  'proposal-approved': { zh: '批准了提议', en: 'Proposal approved' },
  'proposal-withdrawn': { zh: '撤回了提议', en: 'Proposal withdrawn' },
  'proposal-refused': { zh: '提议没有执行', en: 'Proposal refused' },
  'acceptance-point-added': { zh: '添加了受理点', en: 'Acceptance point added' },
  'acceptance-point-changed': { zh: '改了受理点', en: 'Acceptance point changed' },
  'acceptance-point-revoked': { zh: '关闭了受理点', en: 'Acceptance point closed' },
  'terminal-owner-added': { zh: '添加了终端责任方', en: 'Owner of terminals added' },
  'terminal-owner-changed': { zh: '改了终端责任方', en: 'Owner of terminals changed' },
  'terminal-owner-revoked': { zh: '撤下了终端责任方', en: 'Owner of terminals removed' },
  'webhook-added': { zh: '添加了 Webhook', en: 'Webhook added' },
  'webhook-changed': { zh: '改了 Webhook', en: 'Webhook changed' },
  'webhook-paused': { zh: '暂停了 Webhook', en: 'Webhook paused' },
  'webhook-resumed': { zh: '恢复了 Webhook', en: 'Webhook resumed' },
  'webhook-rotated': { zh: '更换了 Webhook 密钥', en: 'Secret of a webhook rotated' },
  'webhook-revoked': { zh: '吊销了 Webhook', en: 'Webhook revoked' },
  'webhook-tested': { zh: '测试了 Webhook', en: 'Webhook tested' },
  'webhook-replayed': { zh: '重发了 Webhook 事件', en: 'Events of a webhook sent again' },
  'database-restored': { zh: '从备份恢复了数据库', en: 'Database restored from a copy' },
  'dispute-resolved': { zh: '处理了异议', en: 'Dispute resolved' },
  'root-trusted': { zh: '信任了根密钥', en: 'Root key trusted' },
};

/** What was done, in the reader's language; a word of a later server as it is. */
export function eventText({ event, facts }: LogEntry, language: keyof Text): string {
  const what = typeof facts.what === 'string' ? facts.what : event;
  const word = event === 'webhook-changed' ? `webhook-${what}` : what;
  return texts[word]?.[language] ?? word;
}
