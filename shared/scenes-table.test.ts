import { expect, it } from 'vitest';
import { wordPolicyOf } from './counter-word.ts';
import { peopleAt } from './messages/people.ts';
import {
  type Purpose,
  predicateOf,
  purposeFits,
  purposeNames,
  purposeText,
  sceneNames,
  scenes,
} from './scenes.ts';

/**
 * The table of scenes once more, in full and by hand: level, words, when the counter word is asked for where nothing is chosen and where `never` is, who opens its
 * checks, and what each may be for. A scene whose level or purposes change is another scene to every relying party.
 */
const table = [
  'hotel | basic | 酒店入住 | Hotel | word late, never | counter',
  'net-bar | basic | 上网服务 | Internet café | word late, never | counter | adult',
  'parcel | basic | 寄递 | Parcel | word late, never | counter',
  'rail | basic | 铁路乘车 | Railway | word late, never | counter',
  'air | basic | 民航乘机 | Air travel | word late, never | counter',
  'ticket | basic | 实名购票 | Tickets | word late, never | counter',
  'hospital | basic | 看病就医 | Hospital | word late, never | counter',
  'peer | basic | 个人之间 | Person to person | word late, never | counter',
  'acceptance | basic | 受理点办理 | Acceptance point | word late, never | officer',
  'gov-window | strict | 政务窗口 | Government window | word always, always | counter',
  'traffic | strict | 交通管理 | Traffic police | word always, always | counter',
  'bank-account | strict | 银行账户 | Bank account | word always, always | counter',
  'sim-card | strict | 电话卡 | SIM card | word always, always | counter',
  'company | strict | 企业登记 | Company registration | word always, always | counter',
];

/** Scene and purpose, the purpose's words, and who stands on either side then. */
const purposes = [
  'hotel: check-in | 办理入住 | check in | 客人 | 工作人员',
  'hotel: visit | 访客登记 | register a visit | 客人 | 工作人员',
  'net-bar: log-on | 上机登记 | log on | 顾客 | 工作人员',
  'parcel: send | 寄件 | send a parcel | 寄件人 | 工作人员',
  'parcel: collect | 取件 | collect a parcel | 取件人 | 工作人员',
  'rail: board-train | 进站乘车 | board a train | 旅客 | 工作人员',
  'rail: help-with-train | 改签、退票或补票 | change or return a train ticket | 旅客 | 工作人员',
  'air: check-bags | 办理登机牌和行李托运 | check in for a flight | 旅客 | 工作人员',
  'air: board-flight | 安检登机 | go through security and board | 旅客 | 工作人员',
  'ticket: buy-ticket | 购买实名票 | buy a ticket in your name | 购票人 | 工作人员',
  'ticket: enter-venue | 检票入场 | enter with a ticket | 观众 | 工作人员',
  'hospital: see-doctor | 挂号就诊 | see a doctor | 患者 | 工作人员',
  'hospital: stay-in-hospital | 办理住院或出院 | go into or leave hospital | 患者 | 工作人员',
  'hospital: fetch-report | 领取报告或病历 | fetch a report or records | 患者 | 工作人员',
  'peer: meet | 互相确认身份 | confirm each other | 对方 | 人',
  'acceptance: raise | 提升网证等级 | raise the credential | 办事人 | 受理员',
  'acceptance: bind-family | 为家人办理亲属绑定 | answer for a family member | 办事人 | 受理员',
  'acceptance: end-family | 解除亲属绑定 | have no guardian any more | 办事人 | 受理员',
  'gov-window: handle-affairs | 办理业务 | handle affairs | 办事人 | 工作人员',
  'traffic: roadside-check | 路面核查 | roadside check | 当事人 | 民警',
  'bank-account: open-account | 开立账户 | open an account | 客户 | 工作人员',
  'bank-account: change-account | 办理账户变更 | change an account | 客户 | 工作人员',
  'sim-card: new-number | 办理新号码 | get a new number | 客户 | 工作人员',
  'sim-card: replace-sim | 补换电话卡 | replace a SIM card | 客户 | 工作人员',
  'company: found-company | 设立登记 | register a new company | 申请人 | 工作人员',
  'company: change-company | 变更或注销登记 | change or close a company | 申请人 | 工作人员',
];

it('every scene has the level, the words, the counter word and the opener that it has here, and no other', () => {
  const rows = sceneNames.map((scene) => {
    const { level, text, openedBy } = scenes[scene];
    const word = `word ${wordPolicyOf(scene)}, ${wordPolicyOf(scene, 'never')}`;
    const predicate = predicateOf(scene);
    return [
      scene,
      level,
      text.zh,
      text.en,
      word,
      openedBy,
      ...(predicate === undefined ? [] : [predicate]),
    ].join(' | ');
  });
  expect(rows).toEqual(table);
});

it('every scene may be for what it may be for here, in these words, and for nothing else', () => {
  const rows = sceneNames.flatMap((scene) => {
    const own: readonly Purpose[] = scenes[scene].purposes;
    return own.map((purpose) => {
      const { zh, en } = purposeText[purpose];
      const { guest, staff } = peopleAt(scene, purpose);
      return `${scene}: ${purpose} | ${zh} | ${en} | ${guest.zh} | ${staff.zh}`;
    });
  });
  expect(rows).toEqual(purposes);
  const fitting = sceneNames.flatMap((scene) =>
    purposeNames.filter((purpose) => purposeFits(scene, purpose)).map((purpose) => `${scene}: ${purpose}`),
  );
  expect(fitting.toSorted()).toEqual(purposes.map((row) => row.split(' | ')[0]).toSorted());
});
