import type { ConsentWords } from './texts-in-session.ts';

/** What a guest without a phone is asked at a counter: for the voice alone, where it shows that the card is theirs. */
export const textsAtCounter = {
  assist: {
    voice: {
      title: { zh: '念 6 位数字', en: 'Say six digits' },
      words: {
        zh: '您念出屏幕上的数字，认证方把声音和您申请时录的比对，用完即删。按下面的按钮，就是同意这样用您的声音。',
        en: 'You say the digits on the screen, and the authority compares your voice with the one from your application, then deletes it. By pressing you agree to that use of your voice.',
      },
    },
  },
} as const satisfies Record<string, { voice: ConsentWords }>;
