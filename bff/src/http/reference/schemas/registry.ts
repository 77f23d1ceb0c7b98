import { AssistSums, readAssistsCall } from '../../../../../shared/contract/assist/09-sums.ts';
import * as points from '../../../../../shared/contract/operator/acceptance-points.ts';
import * as keys from '../../../../../shared/contract/operator/counter-keys.ts';
import * as counters from '../../../../../shared/contract/operator/counters.ts';
import { ErasureRecord } from '../../../../../shared/contract/operator/erasures.ts';
import { Figures, Health } from '../../../../../shared/contract/operator/figures.ts';
import { importCall } from '../../../../../shared/contract/operator/imports.ts';
import { LogEntry, readLogCall } from '../../../../../shared/contract/operator/log.ts';
import { Overview } from '../../../../../shared/contract/operator/overview.ts';
import * as proposals from '../../../../../shared/contract/operator/proposals.ts';
import * as parties from '../../../../../shared/contract/operator/relying-parties.ts';
import * as owners from '../../../../../shared/contract/operator/terminal-owners.ts';
import * as terms from '../../../../../shared/contract/operator/terms.ts';
import { type Entries, named } from '../entry.ts';

/** What operators register: the texts stand beside the properties, as no phone carries them. */
export const registrySchemas: Entries = {
  ScenePolicy: named(terms.ScenePolicy, {
    zh: '一个业务类型的规则',
    en: 'What a relying party may do in one scene.',
  }),
  PublicKey: named(terms.PublicKey, {
    zh: '公钥',
    en: 'A public key on P-256 (RFC 7517); a private one is refused.',
  }),
  Statement: named(terms.Statement, { zh: '登记方的签名', en: 'What the registrar signed already.' }),
  Quotas: named(terms.Quotas, { zh: '配额', en: 'What may be made and held, as it counts now.' }),
  QuotasChosen: named(terms.QuotasChosen, {
    zh: '选定的配额',
    en: 'What was chosen; the rest is as everybody has it.',
  }),
  RevokeBody: named(terms.revokeBody, { zh: '撤销原因', en: 'Why something is revoked.' }),
  RelyingParty: named(parties.RelyingPartyRecord, { zh: '依赖方', en: 'A relying party.' }),
  RelyingParties: named(parties.listRelyingPartiesCall.answer, {
    zh: '一页依赖方',
    en: 'A page of relying parties.',
  }),
  NewRelyingParty: named(parties.addRelyingPartyCall.body, {
    zh: '新的依赖方',
    en: 'A relying party to add.',
  }),
  NewName: named(parties.renameRelyingPartyCall.body, {
    zh: '新名称',
    en: 'Another name, from a version on.',
  }),
  ScenesBody: named(parties.changeScenesCall.body, { zh: '业务类型', en: 'Scenes, from a version on.' }),
  EncryptionKeyBody: named(parties.setEncryptionKeyCall.body, {
    zh: '加密公钥',
    en: 'A key to encrypt results to, or none.',
  }),
  QuotasBody: named(parties.setRpQuotasCall.body, { zh: '配额', en: 'Quotas, from a version on.' }),
  Counter: named(counters.CounterRecord, { zh: '柜台', en: 'A counter with its keys.' }),
  Counters: named(counters.listCountersCall.answer, { zh: '一页柜台', en: 'A page of counters.' }),
  NewCounter: named(counters.NewCounter, { zh: '新的柜台', en: 'A counter to add, with its first key.' }),
  RegisterAnewBody: named(counters.registerCounterAnewCall.body, {
    zh: '重新登记',
    en: 'What is signed anew, from a version on.',
  }),
  OriginsBody: named(counters.setOriginsCall.body, { zh: '网页来源', en: 'Origins, from a version on.' }),
  CounterKey: named(keys.CounterKeyRecord, { zh: '柜台密钥', en: 'A key of a counter.' }),
  CounterKeys: named(keys.addKeyCall.answer, { zh: '柜台的全部密钥', en: 'The keys of a counter.' }),
  AddKeyBody: named(keys.addKeyCall.body, { zh: '新的密钥', en: 'A key to add.' }),
  RotateKeyBody: named(keys.rotateKeyCall.body, {
    zh: '轮换密钥',
    en: 'A key that takes the place of the others.',
  }),
  AcceptancePoint: named(points.AcceptancePointRecord, {
    zh: '受理点',
    en: 'Where a credential is raised: an officer sees the card there.',
  }),
  AcceptancePoints: named(points.listAcceptancePointsCall.answer, {
    zh: '一页受理点',
    en: 'A page of acceptance points.',
  }),
  NewAcceptancePoint: named(points.addAcceptancePointCall.body, {
    zh: '新的受理点',
    en: 'An acceptance point to add.',
  }),
  AcceptancePointBody: named(points.changeAcceptancePointCall.body, {
    zh: '受理点的名称地点',
    en: 'Another name and place, from a version on.',
  }),
  TerminalOwner: named(owners.TerminalOwnerRecord, {
    zh: '终端责任方',
    en: 'Who answers for self-service terminals.',
  }),
  TerminalOwners: named(owners.listTerminalOwnersCall.answer, {
    zh: '一页终端责任方',
    en: 'A page of owners of terminals.',
  }),
  NewTerminalOwner: named(owners.addTerminalOwnerCall.body, {
    zh: '新的终端责任方',
    en: 'An owner of terminals to add.',
  }),
  Proposed: named(proposals.Proposed, { zh: '被提议的变更', en: 'What is to be done, from which version.' }),
  Proposal: named(proposals.ProposalRecord, { zh: '提议', en: 'What takes two operators.' }),
  Proposals: named(proposals.listProposalsCall.answer, { zh: '一页提议', en: 'A page of proposals.' }),
  ProposeBody: named(proposals.proposeCall.body, { zh: '提议', en: 'What is proposed.' }),
  ImportBody: named(importCall.body, { zh: '批量导入', en: 'Relying parties and counters to add.' }),
  Imported: named(importCall.answer, { zh: '导入结果', en: 'What became of each.' }),
  LogEntry: named(LogEntry, {
    zh: '一条操作日志',
    en: 'One entry of the audit chain that an operator brought about.',
  }),
  ErasureRecord: named(ErasureRecord, {
    zh: '注销',
    en: 'What an operator finds of an erasure: nobody’s person.',
  }),
  Log: named(readLogCall.answer, { zh: '一页操作日志', en: 'A page of the log.' }),
  Overview: named(
    Overview,
    { zh: '总览', en: 'Figures of relying parties and checks, never of a person.' },
    {
      relyingParties: ['How many relying parties there are.'],
      counters: ['How many counters there are.'],
      outbox: ['What the authority has still to be told.'],
      storage: ['The disk.'],
    },
  ),
  Figures: named(
    Figures,
    { zh: '运行数据', en: 'What one process did since its start, of nobody in particular.' },
    { webhooks: ['What webhooks are still to be told, as this process last saw it.'] },
  ),
  AssistSums: named(AssistSums, {
    zh: '一个依赖方一个月不刷脸的核验',
    en: 'How often and how long checks of one relying party went without a face in one month.',
  }),
  AllAssists: named(readAssistsCall.answer, {
    zh: '一页不刷脸的核验（合计）',
    en: 'A page of how often and how long checks went without a face.',
  }),
  Health: named(
    Health,
    { zh: '运行状况', en: 'Whether all that this process needs is there.' },
    { checks: ['What is checked, one by one.'] },
  ),
};
