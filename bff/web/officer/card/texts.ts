import type { Text } from '../../../../shared/text.ts';
import type { CardProblem } from './check-typed.ts';

/** What is wrong with a field, and what to do about it; complete by type. */
const texts = {
  name: {
    empty: { zh: '请输入身份证上的姓名', en: 'Type the name that stands on the card' },
    'too-long': { zh: '姓名太长，请与身份证核对', en: 'The name is too long: compare it with the card' },
    characters: {
      zh: '姓名里有不能使用的字符，请删除后重新输入',
      en: 'The name has characters that cannot be used: clear it and type it anew',
    },
    direction: {
      zh: '姓名里带有看不见的方向符号，请不要粘贴，手动输入一遍',
      en: 'The name carries marks that cannot be seen: type it by hand instead of pasting it',
    },
  },
  idNumber: {
    length: { zh: '号码应为 18 位，请补全', en: 'The number has 18 characters: complete it' },
    characters: {
      zh: '只能是数字，最后一位可以是 X',
      en: 'Digits only; the last character may be an X',
    },
    region: {
      zh: '前 6 位不对，请与身份证核对',
      en: 'The first six digits are those of no card: compare them',
    },
    'birth-date': {
      zh: '第 7 到 14 位不是有效的出生日期，请核对',
      en: 'Characters 7 to 14 are no date of birth: compare them',
    },
    'check-digit': {
      zh: '号码有误，请与身份证逐位核对',
      en: 'One of the characters is wrong: compare them one by one',
    },
  },
  validFrom: {
    'not-a-date': { zh: '请输入 8 位日期，例如 20210301', en: 'Type a date of 8 digits, such as 20210301' },
    future: { zh: '这张身份证还没生效，请核对', en: 'The card is not valid yet: compare the date' },
  },
  validUntil: {
    'not-a-date': { zh: '请输入 8 位日期，例如 20410301', en: 'Type a date of 8 digits, such as 20410301' },
    past: {
      zh: '身份证已过期，不能办理：请本人先换领身份证',
      en: 'The card has expired and cannot be used: they have to renew it first',
    },
  },
} as const satisfies {
  [F in CardProblem['field']]: Record<Extract<CardProblem, { field: F }>['problem'], Text>;
};

/** The words for a problem of the form. */
export function problemText(found: CardProblem): Text {
  switch (found.field) {
    case 'name':
      return texts.name[found.problem];
    case 'idNumber':
      return texts.idNumber[found.problem];
    case 'validFrom':
      return texts.validFrom[found.problem];
    case 'validUntil':
      return texts.validUntil[found.problem];
  }
}
