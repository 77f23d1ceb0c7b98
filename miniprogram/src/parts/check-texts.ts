import type { Text } from '../../../shared/text.ts';

/** Words that several pages of a check say. */
export const checkTexts = {
  staff: { zh: '改为人工', en: 'Switch to staff' },
  staffTelling: { zh: '正在告诉柜台…', en: 'Telling the counter…' },
  staffUntold: {
    zh: '没能通知柜台。请直接对工作人员说“我要人工办理”，不影响您办事。',
    en: 'The counter could not be told. Just tell the staff that you want them to check your card; you are served all the same.',
  },
  staffLater: {
    zh: '正在核对，马上就有结果。不想等的话，可以直接请工作人员看身份证。',
    en: 'It is being checked and there soon. If you do not want to wait, just ask the staff to check your card.',
  },
  leave: { zh: '不继续了', en: 'Stop here' },
  leaving: { zh: '正在结束…', en: 'Ending it…' },
  stillThere: {
    zh: '没能结束。过一会儿会自己结束，对方只会看到“未能确认”。',
    en: 'It could not be ended. It ends by itself soon; the other person sees "not confirmed" and nothing else.',
  },
  timeEnds: { zh: '时间快到了', en: 'Time is running out' },
  challengeEnds: {
    zh: '时间快到了，过了要重新拍一次脸',
    en: 'Time is running out; after that the pictures of your face are taken again',
  },
  moreTime: { zh: '再给我两分钟', en: 'Give me two more minutes' },
  moreGiven: { zh: '好的，又给了您两分钟，不用着急。', en: 'You have two more minutes. Take your time.' },
} as const satisfies Record<string, Text>;

/** Counts down before a deadline. */
export function secondsLeft(seconds: number): Text {
  return { zh: `还有 ${seconds} 秒`, en: seconds === 1 ? '1 second left' : `${seconds} seconds left` };
}
