import type { Text } from '../text.ts';

/** What is said at one moment: what is, and what to do next. `{guest}`, `{staff}` and `{next}` stand for the people of the scene. */
export interface Said {
  title: Text;
  hint: Text;
}

const tryAgain: Text = {
  zh: '没有得出结果。可以请同一位再来一次，或改为人工。',
  en: 'There is no result. Let the same person try again, or switch to staff.',
};
const switched: Said = {
  title: { zh: '改为人工', en: 'Switched to staff' },
  hint: { zh: '请核对身份证，照常办理。', en: 'Look at the ID card and go on as usual.' },
};
const scanned: Text = { zh: '{guest}已扫码', en: '{Guest} has scanned' };

/** What the strip of a counter says to the clerk. */
export const clerkMessages = {
  open: {
    title: { zh: '请{guest}扫码', en: 'Ask {guest} to scan' },
    hint: { zh: '其余由{guest}在自己的手机上完成。', en: 'The rest is done on their own phone.' },
  },
  'more-time': {
    title: { zh: '{guest}需要多一点时间', en: '{Guest} needs more time' },
    hint: { zh: '二维码继续有效，不用重新开始。', en: 'The code stays good: nobody has to start again.' },
  },
  claimed: {
    title: scanned,
    hint: { zh: '请稍候，{guest}正在手机上操作。', en: 'Please wait: they are using their phone.' },
  },
  word: {
    title: scanned,
    hint: {
      zh: '手机上出现三个数字时，请{guest}念出来，您在这里输入。如果{guest}还没有扫码，请现在扫。',
      en: 'When three digits appear on the phone, ask {guest} to say them, and type them here. If {guest} has not scanned yet, ask them to scan now.',
    },
  },
  again: {
    title: { zh: '数字不对，请再问一次', en: 'Those digits do not fit: ask again' },
    hint: {
      zh: '请{guest}看着手机再念一次。还可以输入一次。',
      en: 'Ask {guest} to read them from the phone again. You can type them once more.',
    },
  },
  taken: {
    title: { zh: '正在核对', en: 'Checking' },
    hint: { zh: '请稍候，结果会显示在这里。', en: 'Please wait: the result will appear here.' },
  },
  passed: { title: { zh: '通过', en: 'Passed' }, hint: { zh: '可以办理。', en: 'You may go on.' } },
  failed: {
    title: { zh: '未通过', en: 'Not passed' },
    hint: {
      zh: '这不代表{guest}有错。可以请同一位再来一次，或改为人工。',
      en: 'It does not mean that {guest} did anything wrong. Let the same person try again, or switch to staff.',
    },
  },
  declined: switched,
  staffed: switched,
  cancelled: { title: { zh: '本次已结束', en: 'Ended' }, hint: tryAgain },
  expired: { title: { zh: '时间到了', en: 'Out of time' }, hint: tryAgain },
  aborted: { title: { zh: '没有完成', en: 'Not finished' }, hint: tryAgain },
  ready: {
    title: { zh: '可以请下一位', en: 'Ready for the {next}' },
    hint: { zh: '按 Enter 键开始。', en: 'Press Enter to start.' },
  },
} as const satisfies Record<string, Said>;

/** A moment at a counter that people are told of: a state of its session, or a part of one. */
export type Moment = keyof typeof clerkMessages;
