import type { Text } from '../../../shared/text.ts';
import type { Phase } from './check.ts';
import type { People } from './people.ts';

/** What the strip says: what is, and what to do next. */
export interface Words {
  title: Text;
  hint: Text;
}

/** What each phase says to the clerk, complete by type. */
export function clerkWords(phase: Phase, people: People): Words {
  return words[phase](people.guest, people.next);
}

const cardInstead = {
  zh: '没有得出结果。可以请同一位再来一次，或改为人工。',
  en: 'There is no result. Let the same person try again, or switch to staff.',
};
const switched: Words = {
  title: { zh: '改为人工', en: 'Switched to staff' },
  hint: { zh: '请核对身份证，照常办理。', en: 'Look at the ID card and go on as usual.' },
};

const words: Record<Phase, (guest: Text, next: Text) => Words> = {
  open: ({ zh, en }) => ({
    title: { zh: `请${zh}扫码`, en: `Ask ${en} to scan` },
    hint: { zh: `其余由${zh}在自己的手机上完成。`, en: 'The rest is done on their own phone.' },
  }),
  'more-time': ({ zh, en }) => ({
    title: { zh: `${zh}需要多一点时间`, en: `${capital(en)} needs more time` },
    hint: {
      zh: '二维码继续有效，不用重新开始。',
      en: 'The code stays good: nobody has to start again.',
    },
  }),
  claimed: ({ zh, en }) => ({
    title: { zh: `${zh}已扫码`, en: `${capital(en)} has scanned` },
    hint: { zh: `请稍候，${zh}正在手机上操作。`, en: 'Please wait: they are using their phone.' },
  }),
  word: ({ zh, en }) => ({
    title: { zh: `${zh}已扫码`, en: `${capital(en)} has scanned` },
    hint: {
      zh: `手机上出现三个数字时，请${zh}念出来，您在这里输入。如果${zh}还没有扫码，请现在扫。`,
      en: `When three digits appear on the phone, ask ${en} to say them, and type them here. If ${en} has not scanned yet, ask them to scan now.`,
    },
  }),
  again: ({ zh, en }) => ({
    title: { zh: '数字不对，请再问一次', en: 'Those digits do not fit: ask again' },
    hint: {
      zh: `请${zh}看着手机再念一次。还可以输入一次。`,
      en: `Ask ${en} to read them from the phone again. You can type them once more.`,
    },
  }),
  taken: () => ({
    title: { zh: '正在核对', en: 'Checking' },
    hint: { zh: '请稍候，结果会显示在这里。', en: 'Please wait: the result will appear here.' },
  }),
  passed: () => ({
    title: { zh: '通过', en: 'Passed' },
    hint: { zh: '可以办理。', en: 'You may go on.' },
  }),
  failed: ({ zh, en }) => ({
    title: { zh: '未通过', en: 'Not passed' },
    hint: {
      zh: `这不代表${zh}有错。可以请同一位再来一次，或改为人工。`,
      en: `It does not mean that ${en} did anything wrong. Let the same person try again, or switch to staff.`,
    },
  }),
  declined: () => switched,
  staffed: () => switched,
  cancelled: () => ({ title: { zh: '本次已结束', en: 'Ended' }, hint: cardInstead }),
  expired: () => ({ title: { zh: '时间到了', en: 'Out of time' }, hint: cardInstead }),
  aborted: () => ({ title: { zh: '没有完成', en: 'Not finished' }, hint: cardInstead }),
  ready: (_guest, next) => ({
    title: { zh: '可以请下一位', en: `Ready for the ${next.en.toLowerCase()}` },
    hint: { zh: '按 Enter 键开始。', en: 'Press Enter to start.' },
  }),
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
