import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '三个数字', en: 'Three digits' },
  aloud: { zh: '读给我听', en: 'Read them to me' },
  signed: { zh: '只告诉这个柜台', en: 'For this counter only' },
  elsewhere: {
    zh: '如果您不在这个柜台，或者有人在电话里问您这三个数字，请不要念，点下面这个按钮。',
    en: 'If you are not at this counter, or somebody asks you for these digits by phone, do not say them. Tap the button below.',
  },
  notHere: { zh: '我不在这个柜台', en: 'I am not at this counter' },
  opening: { zh: '正在准备…', en: 'One moment…' },
} as const satisfies Record<string, Text>;

/** What to do with the digits. @param clerk as `clerkOf` names whoever sits there */
export function tell(clerk: Text): Text {
  return { zh: `请把这三个数字告诉${clerk.zh}`, en: `Say these three digits to ${clerk.en}` };
}

/** Against whoever asks for the digits from elsewhere. */
export function onlyHere(clerk: Text): Text {
  return {
    zh: `只告诉您面前的${clerk.zh}，不要在电话里告诉别人`,
    en: `Only to ${clerk.en} in front of you, never by phone`,
  };
}
