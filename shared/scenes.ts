import type { Level } from './levels.ts';
import type { Text } from './text.ts';

/**
 * What an RP may ask for: a scene names the level that it needs and the closed list of purposes.
 * Purposes are a list and not free text, so that no clerk can type a guest's name into a record.
 */
export const scenes = {
  hotel: { level: 'basic', text: { zh: '酒店入住', en: 'Hotel' }, purposes: ['check-in', 'visit'] },
  'net-bar': { level: 'basic', text: { zh: '上网服务', en: 'Internet café' }, purposes: ['log-on'] },
  parcel: { level: 'basic', text: { zh: '寄递', en: 'Parcel' }, purposes: ['send', 'collect'] },
  peer: { level: 'basic', text: { zh: '个人之间', en: 'Person to person' }, purposes: ['meet'] },
  'gov-window': {
    level: 'strict',
    text: { zh: '政务窗口', en: 'Government window' },
    purposes: ['handle-affairs'],
  },
  traffic: { level: 'strict', text: { zh: '交通管理', en: 'Traffic police' }, purposes: ['roadside-check'] },
} as const satisfies Record<string, { level: Level; text: Text; purposes: readonly [string, ...string[]] }>;

export type Scene = keyof typeof scenes;
export type Purpose = (typeof scenes)[Scene]['purposes'][number];

export const sceneNames = [
  'hotel',
  'net-bar',
  'parcel',
  'peer',
  'gov-window',
  'traffic',
] as const satisfies readonly Scene[];

export const purposeText = {
  'check-in': { zh: '办理入住', en: 'check in' },
  visit: { zh: '访客登记', en: 'register a visit' },
  'log-on': { zh: '上机登记', en: 'log on' },
  send: { zh: '寄件', en: 'send a parcel' },
  collect: { zh: '取件', en: 'collect a parcel' },
  meet: { zh: '互相确认身份', en: 'confirm each other' },
  'handle-affairs': { zh: '办理业务', en: 'handle affairs' },
  'roadside-check': { zh: '路面核查', en: 'roadside check' },
} as const satisfies Record<Purpose, Text>;

/** Whether the scene allows the purpose. */
export function purposeFits(scene: Scene, purpose: Purpose): boolean {
  const allowed: readonly Purpose[] = scenes[scene].purposes;
  return allowed.includes(purpose);
}
