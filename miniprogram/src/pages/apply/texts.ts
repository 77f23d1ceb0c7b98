import type { NameProblem } from '../../../../shared/person-name.ts';
import type { ResidentId } from '../../../../shared/resident-id.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '申请网证', en: 'Apply for a credential' },
  why: {
    zh: '有了网证，不用出示身份证也能证明是您本人。申请要拍摄人脸；声音可以不录。请分别选择是否同意。',
    en: 'With a credential you prove who you are without showing your card. It needs your face; your voice is up to you. Decide about each.',
  },
  needFace: {
    zh: '请先勾选“同意拍摄人脸”，再继续。',
    en: 'To continue, tick the box for your face.',
  },
  next: { zh: '下一步', en: 'Continue' },
  refuse: { zh: '不同意，改为人工办理', en: 'I do not agree: ask the staff instead' },
  form: { zh: '请按证件填写', en: 'Fill in what your card says' },
  name: { zh: '姓名', en: 'Name' },
  number: { zh: '证件号码（18 位）', en: 'ID number (18 characters)' },
  numberGood: { zh: '号码格式正确', en: 'The number is well-formed' },
  until: { zh: '证件有效期至', en: 'Card valid until' },
  untilHint: { zh: '8 位数字，例如 20351231', en: '8 digits, such as 20351231' },
  longTerm: { zh: '长期有效', en: 'Valid for life' },
  sealed: {
    zh: '这些内容在手机上加密，只有认证方能看到。',
    en: 'All this is sealed on the phone for the authority alone.',
  },
  photoHeading: { zh: '证件照片（可选）', en: 'ID photo (optional)' },
  photo: { zh: '附上证件照片', en: 'Attach an ID photo' },
  photoWhy: {
    zh: '演示登记库里没有您时才需要：请选一张本人的正面照片。',
    en: 'Needed only where the register of this demonstration does not know you: choose a picture of yourself from the front.',
  },
  photoThere: { zh: '已附上照片，点此更换', en: 'Photo attached; tap to change' },
  photoOther: { zh: '换一张照片', en: 'Choose another photo' },
  photoBad: { zh: '这张照片无法读取，请换一张。', en: 'This picture cannot be read: choose another one.' },
  photoTooLarge: {
    zh: '这张照片太大，请换一张小一点的照片，或把它截图后再选。',
    en: 'This photo is too large: choose a smaller one, or a screenshot of it.',
  },
  start: { zh: '去拍摄', en: 'Go to the camera' },
  working: { zh: '正在准备…', en: 'Getting ready…' },
} as const satisfies Record<string, Text>;

/** How much of a number is still missing. */
export function moreToType(characters: number): Text {
  return { zh: `还差 ${characters} 位`, en: `${characters} more to type` };
}

export const numberProblems = {
  length: { zh: '号码应为 18 位', en: 'The number has 18 characters' },
  characters: {
    zh: '只能是数字，最后一位可以是 X',
    en: 'Digits only; the last character may be an X',
  },
  region: {
    zh: '前 6 位不对，请与证件核对',
    en: 'The first six digits are not those of any card: please compare',
  },
  'birth-date': { zh: '第 7 到 14 位不是有效的出生日期', en: 'Characters 7 to 14 are not a date of birth' },
  'check-digit': {
    zh: '号码有误，请逐位核对',
    en: 'One of the characters is wrong: compare them one by one',
  },
} as const satisfies Record<Extract<ResidentId, { ok: false }>['problem'], Text>;

export const nameProblems = {
  empty: { zh: '请填写姓名', en: 'Enter your name' },
  'too-long': { zh: '姓名太长', en: 'The name is too long' },
  characters: {
    zh: '姓名里有不能使用的字符，请删除后重新输入',
    en: 'The name has characters that cannot be used: clear it and type it anew',
  },
  direction: {
    zh: '姓名里带有看不见的方向符号，请不要粘贴，手动输入一遍',
    en: 'The name carries marks that cannot be seen: type it by hand instead of pasting it',
  },
} as const satisfies Record<NameProblem, Text>;

export const untilProblems = {
  'not-a-date': { zh: '请填写日期，例如 20351231', en: 'Enter a date, such as 20351231' },
  past: { zh: '证件已过期，请先换领证件', en: 'The card has expired: renew it first' },
} as const satisfies Record<string, Text>;
