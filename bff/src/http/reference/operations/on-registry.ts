import type { Operations } from '../entry.ts';
import { optionalKey, registrarToken } from '../parameters.ts';

const fresh = ['verification-needed'] as const;
const known = ['not-found'] as const;
const changed = ['not-found', 'version-stale', 'revoked-already'] as const;
const added = ['not-found', 'revoked-already', 'id-taken'] as const;
const bySigning = [
  ...(['registrar-token-missing', 'registrar-refused', 'registrar-unavailable'] as const),
  ...(['statement-invalid', 'name-taken'] as const),
];
const byKey = ['id-taken', 'key-invalid', 'key-taken', 'keys-too-many'] as const;
const byNew = [
  ...fresh,
  ...added,
  ...(['scenes-invalid', 'key-invalid', 'key-taken', 'two-operators-needed'] as const),
] as const;
const signing = { parameters: [registrarToken] };
const makingAndSigning = { parameters: [optionalKey, registrarToken] };
const making = { parameters: [optionalKey] };

/** What operators do with relying parties, their counters and keys, and what takes two of them. */
export const registryOperations: Operations = {
  listRelyingParties: { zh: '列出依赖方' },
  showRelyingParty: { zh: '查看依赖方', refuses: known },
  addRelyingParty: {
    zh: '添加依赖方',
    ...makingAndSigning,
    refuses: [...fresh, 'id-taken', 'scenes-invalid', 'key-invalid', ...bySigning],
  },
  renameRelyingParty: { zh: '更改依赖方名称', ...signing, refuses: [...changed, ...bySigning] },
  changeScenes: {
    zh: '设置依赖方的业务类型',
    refuses: [...fresh, ...changed, 'scenes-invalid', 'two-operators-needed'],
  },
  setEncryptionKey: { zh: '设置结果加密公钥', refuses: [...fresh, ...changed, 'key-invalid'] },
  setRpQuotas: { zh: '设置依赖方配额', refuses: [...fresh, ...changed, 'two-operators-needed'] },
  watchRelyingParty: { zh: '重点关注依赖方', refuses: ['not-found', 'revoked-already'] },
  revokeRelyingParty: { zh: '撤销依赖方', refuses: known },
  listCounters: { zh: '列出柜台' },
  showCounter: { zh: '查看柜台', refuses: known },
  addCounter: {
    zh: '添加柜台',
    ...makingAndSigning,
    refuses: [...byNew, ...bySigning],
  },
  registerCounterAnew: {
    zh: '重新登记柜台',
    ...signing,
    refuses: [...changed, 'id-taken', 'scenes-invalid', ...bySigning],
  },
  setOrigins: { zh: '设置柜台网页来源', refuses: [...fresh, ...changed] },
  setCounterQuotas: { zh: '设置柜台配额', refuses: [...fresh, ...changed, 'two-operators-needed'] },
  revokeCounter: { zh: '撤销柜台', refuses: known },
  addCounterKey: {
    zh: '添加柜台密钥',
    ...makingAndSigning,
    refuses: [...fresh, ...changed, ...byKey, ...bySigning],
  },
  rotateCounterKey: {
    zh: '轮换柜台密钥',
    ...makingAndSigning,
    refuses: [...fresh, ...changed, ...byKey, ...bySigning],
  },
  revokeCounterKey: { zh: '撤销柜台密钥', refuses: known },
  listAcceptancePoints: { zh: '列出受理点' },
  showAcceptancePoint: { zh: '查看受理点', refuses: known },
  addAcceptancePoint: { zh: '添加受理点', ...making, refuses: added },
  changeAcceptancePoint: { zh: '更改受理点', refuses: changed },
  revokeAcceptancePoint: { zh: '撤销受理点', refuses: known },
  listTerminalOwners: { zh: '列出终端责任方' },
  showTerminalOwner: { zh: '查看终端责任方', refuses: known },
  addTerminalOwner: { zh: '添加终端责任方', ...making, refuses: added },
  changeTerminalOwner: { zh: '更改终端责任方', refuses: changed },
  revokeTerminalOwner: { zh: '撤销终端责任方', refuses: known },
  listProposals: { zh: '列出提议' },
  showProposal: { zh: '查看提议', refuses: known },
  propose: { zh: '提议一项须两人同意的变更', ...making, refuses: [...fresh, 'not-found', 'scenes-invalid'] },
  approveProposal: { zh: '批准提议', refuses: [...fresh, ...changed, 'own-proposal', 'proposal-over'] },
  withdrawProposal: { zh: '撤回提议', refuses: ['not-found', 'proposal-over'] },
  importRegistry: { zh: '批量导入', ...signing, refuses: [...fresh, 'registrar-unavailable'] },
  readLog: { zh: '查看操作日志' },
  readErasure: { zh: '凭编号查注销', refuses: ['not-found'] },
  readAllReports: { zh: '查看持证人的反映' },
  overview: { zh: '总览' },
  readAssists: { zh: '不刷脸的核验（合计）' },
  readFigures: { zh: '运行数据' },
  readHealth: { zh: '运行状况' },
};
