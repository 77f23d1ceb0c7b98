import * as limits from '../../../../shared/limits.ts';
import type { Text } from '../../../../shared/text.ts';

const hours = limits.strictWait / 3_600_000;

export const texts = {
  title: { zh: '把网证迁到本机', en: 'Bring my credential here' },
  working: { zh: '正在准备…', en: 'Getting ready…' },
  whatComes: { zh: '迁过来以后', en: 'What comes when' },
  until: { zh: '最晚什么时候迁', en: 'Bring it along before' },
  basicAtOnce: {
    zh: '马上可以用：酒店、寄递等“线上办理”的业务。',
    en: 'At once: hotels, parcels and whatever takes a credential applied for online.',
  },
  strictLater: (when: string): Text => ({
    zh: `迁移时也读数字的，${hours} 小时后（约 ${when}）恢复政务窗口等“当面核验”的业务。这段时间里，您的每部手机都会收到通知。`,
    en: `If you read the digits too: government windows and whatever needs a check in person, after ${hours} hours, about ${when}. Meanwhile every phone of yours is told.`,
  }),
  samePhone: {
    zh: '如果网证本来就在这部手机上，读了数字，马上全部恢复。没读数字、撤回过声音，或者急用的，带身份证到受理点，当场恢复。',
    en: 'If it was on this very phone before, and you read the digits, all comes back at once. If you do not, took your voice back or are in a hurry, an acceptance point restores it on the spot with your ID card.',
  },
  how: {
    zh: '要填姓名和身份证号码，再刷脸；声音可以不录。全部在手机上加密，只有认证方能打开。',
    en: 'You type name and ID number and show your face; your voice is up to you. All of it is sealed on the phone for the authority alone.',
  },
  begin: { zh: '开始', en: 'Begin' },
  phoneLost: { zh: '原来的手机丢了，先挂失', en: 'My former phone is lost: report it first' },
  why: {
    zh: '迁移要确认是您本人：要拍摄人脸；声音可以不录。请分别选择是否同意。',
    en: 'It must be seen that it is you: it needs your face; your voice is up to you. Decide about each.',
  },
  rests: { zh: '现在还不能迁', en: 'It cannot be brought along yet' },
  restsNext: (when: string): Text => ({
    zh: `原来的手机用指纹确认过，这部没有。为防别人冒用，要等一天，请在 ${when} 以后再来。`,
    en: `The former phone was confirmed by your finger and this one is not; against theft it waits a day. Come back after ${when}.`,
  }),
  here: { zh: '网证已经在本机', en: 'The credential is on this phone already' },
  hereNext: { zh: '不用迁移。', en: 'Nothing needs to be done.' },
  over: { zh: '没有可以迁过来的网证', en: 'There is nothing to bring along' },
  overNext: {
    zh: '超过 24 小时没有迁，或者已经挂失，要重新申请。',
    en: 'More than 24 hours have passed, or it was reported lost: apply again.',
  },
  suspended: { zh: '网证已暂停，等待处理', en: 'The credential is suspended until it is settled' },
  suspendedNext: {
    zh: '有人提出了异议。处理完会通知您；急着用，请柜台人工核验身份证。',
    en: 'It was disputed. You are told once it is settled; if it is urgent, ask the staff at the counter to check your ID card.',
  },
  apply: { zh: '重新申请网证', en: 'Apply again' },
  manage: { zh: '查看网证状态', en: 'See my credential' },
} as const satisfies Record<string, Text | ((when: string) => Text)>;
