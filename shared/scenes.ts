import type { Level } from './levels.ts';
import type { Text } from './text.ts';

interface SceneRow {
  level: Level;
  text: Text;
  purposes: readonly [string, ...string[]];
  /** When the counter word is asked for: in every check, and nobody may choose otherwise, or where the scan came late and nothing else was chosen. */
  counterWord: 'always' | 'late';
  /** Who opens its checks: any relying party that is registered for it, or an officer at an acceptance point. */
  openedBy: 'counter' | 'officer';
  /**
   * What else must hold of the holder. The authority decides it together with the face: who asks learns pass or fail, the holder on his own
   * phone why. `adult`: 18 years or older today, in China.
   */
  predicate?: 'adult';
}

const atCounter = { counterWord: 'late', openedBy: 'counter' } as const;
const strictAtCounter = { level: 'strict', counterWord: 'always', openedBy: 'counter' } as const;

/**
 * What an RP may ask for: a scene names the level that it needs and the closed list of purposes.
 * Purposes are a list and not free text, so that no clerk can type a guest's name into a record.
 */
export const scenes = {
  hotel: {
    ...{ level: 'basic', ...atCounter, text: { zh: '酒店入住', en: 'Hotel' } },
    purposes: ['check-in', 'visit'],
  },
  'net-bar': {
    ...{ level: 'basic', ...atCounter, text: { zh: '上网服务', en: 'Internet café' }, predicate: 'adult' },
    purposes: ['log-on'],
  },
  parcel: {
    ...{ level: 'basic', ...atCounter, text: { zh: '寄递', en: 'Parcel' } },
    purposes: ['send', 'collect'],
  },
  rail: {
    ...{ level: 'basic', ...atCounter, text: { zh: '铁路乘车', en: 'Railway' } },
    purposes: ['board-train', 'help-with-train'],
  },
  air: {
    ...{ level: 'basic', ...atCounter, text: { zh: '民航乘机', en: 'Air travel' } },
    purposes: ['check-bags', 'board-flight'],
  },
  ticket: {
    ...{ level: 'basic', ...atCounter, text: { zh: '实名购票', en: 'Tickets' } },
    purposes: ['buy-ticket', 'enter-venue'],
  },
  hospital: {
    ...{ level: 'basic', ...atCounter, text: { zh: '看病就医', en: 'Hospital' } },
    purposes: ['see-doctor', 'stay-in-hospital', 'fetch-report'],
  },
  peer: {
    ...{ level: 'basic', ...atCounter, text: { zh: '个人之间', en: 'Person to person' } },
    purposes: ['meet'],
  },
  acceptance: {
    // The officer compares the face with the card: nobody does it from afar, and a word beside it is asked of late scans alone.
    ...{ level: 'basic', counterWord: 'late', openedBy: 'officer' },
    text: { zh: '受理点办理', en: 'Acceptance point' },
    purposes: ['raise', 'bind-family', 'end-family'],
  },
  'gov-window': {
    ...strictAtCounter,
    text: { zh: '政务窗口', en: 'Government window' },
    purposes: ['handle-affairs'],
  },
  traffic: {
    ...strictAtCounter,
    text: { zh: '交通管理', en: 'Traffic police' },
    purposes: ['roadside-check'],
  },
  'bank-account': {
    ...strictAtCounter,
    text: { zh: '银行账户', en: 'Bank account' },
    purposes: ['open-account', 'change-account'],
  },
  'sim-card': {
    ...strictAtCounter,
    text: { zh: '电话卡', en: 'SIM card' },
    purposes: ['new-number', 'replace-sim'],
  },
  company: {
    ...strictAtCounter,
    text: { zh: '企业登记', en: 'Company registration' },
    purposes: ['found-company', 'change-company'],
  },
} as const satisfies Record<string, SceneRow>;

export type Scene = keyof typeof scenes;
export type Purpose = (typeof scenes)[Scene]['purposes'][number];

export const sceneNames = [
  'hotel',
  'net-bar',
  'parcel',
  'rail',
  'air',
  'ticket',
  'hospital',
  'peer',
  'acceptance',
  'gov-window',
  'traffic',
  'bank-account',
  'sim-card',
  'company',
] as const satisfies readonly Scene[];

export const purposeText = {
  'check-in': { zh: '办理入住', en: 'check in' },
  visit: { zh: '访客登记', en: 'register a visit' },
  'log-on': { zh: '上机登记', en: 'log on' },
  send: { zh: '寄件', en: 'send a parcel' },
  collect: { zh: '取件', en: 'collect a parcel' },
  'board-train': { zh: '进站乘车', en: 'board a train' },
  'help-with-train': { zh: '改签、退票或补票', en: 'change or return a train ticket' },
  'check-bags': { zh: '办理登机牌和行李托运', en: 'check in for a flight' },
  'board-flight': { zh: '安检登机', en: 'go through security and board' },
  'buy-ticket': { zh: '购买实名票', en: 'buy a ticket in your name' },
  'enter-venue': { zh: '检票入场', en: 'enter with a ticket' },
  'see-doctor': { zh: '挂号就诊', en: 'see a doctor' },
  'stay-in-hospital': { zh: '办理住院或出院', en: 'go into or leave hospital' },
  'fetch-report': { zh: '领取报告或病历', en: 'fetch a report or records' },
  meet: { zh: '互相确认身份', en: 'confirm each other' },
  raise: { zh: '提升网证等级', en: 'raise the credential' },
  'bind-family': { zh: '为家人办理亲属绑定', en: 'answer for a family member' },
  'end-family': { zh: '解除亲属绑定', en: 'have no guardian any more' },
  'handle-affairs': { zh: '办理业务', en: 'handle affairs' },
  'roadside-check': { zh: '路面核查', en: 'roadside check' },
  'open-account': { zh: '开立账户', en: 'open an account' },
  'change-account': { zh: '办理账户变更', en: 'change an account' },
  'new-number': { zh: '办理新号码', en: 'get a new number' },
  'replace-sim': { zh: '补换电话卡', en: 'replace a SIM card' },
  'found-company': { zh: '设立登记', en: 'register a new company' },
  'change-company': { zh: '变更或注销登记', en: 'change or close a company' },
} as const satisfies Record<Purpose, Text>;

/** All of them. */
export const purposeNames = Object.keys(purposeText).filter((word): word is Purpose => word in purposeText);

/** Scenes whose checks a relying party's counter opens by itself. */
export const counterScenes = sceneNames.filter((scene) => scenes[scene].openedBy === 'counter');

/** Whether the scene allows the purpose. */
export function purposeFits(scene: Scene, purpose: Purpose): boolean {
  const allowed: readonly Purpose[] = scenes[scene].purposes;
  return allowed.includes(purpose);
}

/** What else must hold of the holder in that scene, whatever word stands for it. */
export function predicateOf(name: string): SceneRow['predicate'] {
  const scene = sceneNames.find((each) => each === name);
  const row: SceneRow | undefined = scene && scenes[scene];
  return row?.predicate;
}
