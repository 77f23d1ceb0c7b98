import type { CeremonyRules } from '../../../../shared/ceremonies.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '核验结果', en: 'Result' },
  opening: { zh: '正在读取结果…', en: 'Reading the result…' },
  receipt: { zh: '回执', en: 'Receipt' },
  who: { zh: '核验方', en: 'Who asked' },
  counter: { zh: '柜台', en: 'Counter' },
  what: { zh: '办理事项', en: 'What for' },
  when: { zh: '时间', en: 'When' },
  number: { zh: '编号', en: 'Number' },
  tryAgain: { zh: '再试一次', en: 'Try again' },
  withoutVoice: { zh: '不用声音，再试一次', en: 'Try again without my voice' },
  otherPhoto: { zh: '换一张照片', en: 'Choose another photo' },
  checkTyped: { zh: '核对填写的内容', en: 'Check what I typed' },
  askStaff: { zh: '改为人工核验', en: 'Ask the staff instead' },
  noHints: {
    zh: '这次没有完成，没有得出结果。可以再试一次，也可以请工作人员人工核验。',
    en: 'It was not finished, and there is no result. Try once more, or ask the staff to check your card.',
  },
  sandbox: { zh: '沙箱演示，不具证明效力', en: 'Sandbox: this proves nothing' },
} as const satisfies Record<string, Text>;

export function triesLeft(tries: number): Text {
  return {
    zh: `还可以再试 ${tries} 次。`,
    en: tries === 1 ? 'One try is left.' : `${tries} tries are left.`,
  };
}

interface Said {
  symbol: string;
  word: Text;
  next: Text;
  /** In the place of `next` where no counter has asked: it began with a form. */
  nextOfForm?: Text;
}

/** How it ended: the symbol and the word say it without the colour. What is said of a pass stands in the rules of the ceremony. */
const ends = {
  failed: {
    symbol: '✕',
    word: { zh: '未通过', en: 'Not passed' },
    next: {
      zh: '请工作人员人工核验身份证，或请柜台重新发起后再试。',
      en: 'Ask the staff to check your ID card, or ask for a new code and try once more.',
    },
    nextOfForm: {
      zh: '可以重新申请。正在办事的话，请工作人员人工核验身份证。',
      en: 'You can apply again. If you are at a counter now, ask the staff to check your ID card.',
    },
  },
  declined: {
    symbol: '–',
    word: { zh: '您已选择不同意', en: 'You declined' },
    next: {
      zh: '没关系，不影响您办事。请工作人员人工核验身份证。',
      en: 'That is fine: you are served all the same. Ask the staff to check your ID card.',
    },
  },
  expired: {
    symbol: '0:00',
    word: { zh: '已超时', en: 'Out of time' },
    next: {
      zh: '请柜台重新发起核验，再扫新的二维码。',
      en: 'Ask the counter for a new check and scan the new code.',
    },
    nextOfForm: {
      zh: '这次申请用的时间太长了，请重新申请。',
      en: 'This application took too long: please apply again.',
    },
  },
  cancelled: {
    symbol: '–',
    word: { zh: '柜台已取消', en: 'The counter cancelled' },
    next: {
      zh: '这次什么都没有核验。如果还需要，请柜台重新发起。',
      en: 'Nothing was checked. If it is still needed, ask the counter to start again.',
    },
  },
  aborted: {
    symbol: '!',
    word: { zh: '出了故障，没有结果', en: 'A fault: no result' },
    next: {
      zh: '这不是您的问题。请重新扫码，或请工作人员人工核验。',
      en: 'This was not your fault. Scan a new code, or ask the staff to check your card.',
    },
    nextOfForm: {
      zh: '这不是您的问题。请重新申请，或请工作人员人工核验。',
      en: 'This was not your fault. Apply again, or ask the staff to check your card.',
    },
  },
  retry: {
    symbol: '↻',
    word: { zh: '请再试一次', en: 'Please try again' },
    next: {
      zh: '刚才没有看清或听清。请按下面的提示做，通常再试一次就可以。',
      en: 'It was not clear enough. Follow these hints; one more try is usually enough.',
    },
  },
} as const satisfies Record<string, Said>;

export type Outcome = keyof typeof ends | 'passed';

/** What is said of an end, in this ceremony. */
export function saidOf(outcome: Outcome, { beginsWith, texts: said }: CeremonyRules): Said {
  if (outcome === 'passed') return { symbol: '✓', word: said.passed, next: said.afterPass };
  const end: Said = ends[outcome];
  return beginsWith === 'scan' ? end : { ...end, next: end.nextOfForm ?? end.next };
}
