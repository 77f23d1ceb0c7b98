import type { CeremonyRules } from '../../../../shared/ceremony-rules.ts';
import type { Text } from '../../../../shared/text.ts';
import type { SymbolName } from '../../../../shared/ui/symbols.ts';

export const texts = {
  title: { zh: '核验结果', en: 'Result' },
  opening: { zh: '正在读取结果…', en: 'Reading the result…' },
  counterCounts: { zh: '以柜台屏幕为准', en: "What counts is the counter's screen" },
  reference: { zh: '编号', en: 'Reference' },
  who: { zh: '核验方', en: 'Who asked' },
  counter: { zh: '柜台', en: 'Counter' },
  place: { zh: '地点', en: 'Place' },
  what: { zh: '办理事项', en: 'What for' },
  when: { zh: '结束时间', en: 'Ended at' },
  tryAgain: { zh: '再试一次', en: 'Try again' },
  withoutVoice: { zh: '不用声音，再试一次', en: 'Try again without my voice' },
  otherPhoto: { zh: '换一张照片', en: 'Choose another photo' },
  checkTyped: { zh: '核对填写的内容', en: 'Check what I typed' },
  scanAgain: { zh: '在柜台再试一次', en: 'Try again at the counter' },
  wardPapers: {
    zh: '人工核验请出示家人的证件。',
    en: 'The staff need the ID card of the family member.',
  },
  manage: { zh: '查看网证状态', en: 'See my credential' },
  noHints: {
    zh: '这次没有完成，没有得出结果。可以再试一次，也可以改为人工。',
    en: 'It was not finished, and there is no result. Try once more, or switch to the staff.',
  },
} as const satisfies Record<string, Text>;

export function triesLeft(tries: number): Text {
  return {
    zh: `还可以再试 ${tries} 次。`,
    en: tries === 1 ? 'One try is left.' : `${tries} tries are left.`,
  };
}

/** Whose face was looked at, where it was not the owner's. */
export function forWhom({ zh, en }: Text): Text {
  return { zh: `为${zh}办理`, en: `For ${en}` };
}

interface Said {
  symbol: SymbolName;
  word: Text;
  next: Text;
  /** In the place of `next` where nobody but the holder has asked. */
  nextOfForm?: Text;
}

/** How it ended: the sign and the word say it without the colour. What is said of a pass stands in the rules of the ceremony. */
const ends = {
  failed: {
    symbol: 'cross',
    word: { zh: '未通过', en: 'Not passed' },
    next: {
      zh: '这不代表您有错。可以请工作人员重新发起，再扫一次新的二维码；也可以把身份证交给工作人员核验。',
      en: 'It does not mean that you did anything wrong. Ask the staff to start again and scan the new code, or hand them your ID card.',
    },
    nextOfForm: {
      zh: '可以重新办理。正在办事的话，请把身份证交给工作人员核验。',
      en: 'You can try again. If you are at a counter now, hand the staff your ID card.',
    },
  },
  'in-review': {
    symbol: 'information',
    word: { zh: '需要复核', en: 'To be looked at again' },
    next: {
      zh: '另一位受理员要再看一次。请向面前的受理员问清：什么时候来，或者打哪个电话；来的时候带上身份证和编号。复核以前，网证照常可以用。',
      en: 'Another officer has to look at it. Ask the officer before you when to come, or which number to call; bring your ID card and the reference. Until then your credential works as before.',
    },
  },
  declined: {
    symbol: 'person',
    word: { zh: '改为人工', en: 'The staff take over' },
    next: {
      zh: '柜台已经知道，不影响您办事。请把身份证交给工作人员核验。',
      en: 'The counter knows, and you are served all the same. Please hand the staff your ID card.',
    },
  },
  'not-here': {
    symbol: 'attention',
    word: { zh: '已停止', en: 'Stopped' },
    next: {
      zh: '那三个数字已经作废。有人在电话里或网上让您扫码、念数字，那是骗子：什么都不要念，请拨打 110 或 96110 求助。',
      en: 'The three digits are void. If somebody told you by phone or online to scan a code or to read out digits, it is a fraud: tell them nothing, and call 110 or 96110.',
    },
  },
  expired: {
    symbol: 'attention',
    word: { zh: '已超时', en: 'Out of time' },
    next: {
      zh: '没有关系。请工作人员重新发起，再扫一次新的二维码；也可以改为人工，把身份证交给工作人员。',
      en: 'It does not matter. Ask the staff to start again and scan the new code, or hand them your ID card.',
    },
    nextOfForm: {
      zh: '这次用的时间太长了，请重新办理。',
      en: 'This took too long: please begin again.',
    },
  },
  cancelled: {
    symbol: 'attention',
    word: { zh: '柜台已取消', en: 'The counter cancelled' },
    next: {
      zh: '这次什么都没有核验。如果还需要，请工作人员重新发起，再扫新的二维码。',
      en: 'Nothing was checked. If it is still needed, ask the staff to start again and scan the new code.',
    },
  },
  aborted: {
    symbol: 'attention',
    word: { zh: '没有结果', en: 'No result' },
    next: {
      zh: '这不代表您有错。请工作人员重新发起，再扫一次新的二维码；也可以把身份证交给工作人员核验。',
      en: 'It does not mean that you did anything wrong. Ask the staff to start again and scan the new code, or hand them your ID card.',
    },
    nextOfForm: {
      zh: '这不是您的问题。请重新办理；正在办事的话，请把身份证交给工作人员核验。',
      en: 'This was not your fault. Begin again; if you are at a counter now, hand the staff your ID card.',
    },
  },
  superseded: {
    symbol: 'attention',
    word: { zh: '已在另一部手机登录', en: 'Another phone signed in' },
    next: {
      zh: '这部手机已停用，刚才的核验没有完成。如果不是您本人操作的，请回到首页提出异议；正在办事的话，请把身份证交给工作人员核验。',
      en: 'This phone is signed out, and the check was not finished. If it was not you, go to the home page and dispute it; if you are at a counter now, hand the staff your ID card.',
    },
  },
  displaced: {
    symbol: 'attention',
    word: { zh: '已换手机', en: 'Taken by another phone' },
    next: {
      zh: '另一台手机刚在柜台扫了这个码，这里就停下了。如果那不是您，请告诉工作人员；要用这台手机，请再扫一次柜台上的二维码。',
      en: 'Another phone has just scanned this code at the counter, so it stopped here. If that was not you, tell the staff; to use this phone, scan the code at the counter again.',
    },
  },
  retry: {
    symbol: 'again',
    word: { zh: '请再试一次', en: 'Please try again' },
    next: {
      zh: '刚才没有看清或听清。请按下面的提示做，通常再试一次就可以。',
      en: 'It was not clear enough. Follow these hints; one more try is usually enough.',
    },
  },
} as const satisfies Record<string, Said>;

export type Outcome = keyof typeof ends | 'passed';
export const outcomes = [
  'passed',
  ...Object.keys(ends).filter((name): name is keyof typeof ends => name in ends),
] as const;

/** What is said of an end, in this ceremony. */
export function saidOf(outcome: Outcome, { beginsWith, texts: said }: CeremonyRules): Said {
  if (outcome === 'passed') return { symbol: 'tick', word: said.passed, next: said.afterPass };
  const end: Said = ends[outcome];
  return beginsWith === 'scan' || beginsWith === 'meet' ? end : { ...end, next: end.nextOfForm ?? end.next };
}
