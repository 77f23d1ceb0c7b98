import type { FaceTaker } from '../challenge.ts';
import type { Text } from '../text.ts';

/** What a person reads before agreeing to one subject: the question or tick, and what it means. */
export interface ConsentWords {
  title: Text;
  words: Text;
}

/** The words of one form, by who takes the face, and those of the voice. */
export type FormWords = Record<FaceTaker | 'voice', ConsentWords>;

const faceInCheck: Text = {
  zh: '同意用手机拍您的脸来核验吗？',
  en: 'May the phone take pictures of your face?',
};

const inCheck: FormWords = {
  phone: {
    title: faceInCheck,
    words: {
      zh: '照片加密后只发给认证方。不同意也没关系，工作人员可以看身份证。',
      en: 'The pictures are sealed and go to the authority alone. Declining has no disadvantage: the staff can check your card.',
    },
  },
  wechat: {
    title: faceInCheck,
    words: {
      zh: '同意后，由微信拍摄并核对您的脸：微信会得到您的姓名、身份证号和人脸；认证方会得到您的微信标识。不同意也没关系，工作人员可以看身份证。',
      en: 'If you agree, WeChat takes and compares your face: WeChat gets your name, your ID number and your face, and the authority your id at WeChat. Declining has no disadvantage: the staff can check your card.',
    },
  },
  alipay: {
    title: faceInCheck,
    words: {
      zh: '同意后，由支付宝拍摄并核对您的脸：支付宝会得到您的姓名、身份证号和人脸。不同意也没关系，工作人员可以看身份证。',
      en: 'If you agree, Alipay takes and compares your face: it gets your name, your ID number and your face. Declining has no disadvantage: the staff can check your card.',
    },
  },
  voice: {
    title: { zh: '也同意录下您读数字的声音吗？', en: 'May it also record you reading digits?' },
    words: {
      zh: '要读六个数字。声音加密后只发给认证方。不用声音也可以办，只看脸。',
      en: 'You read six digits aloud. The sound is sealed and goes to the authority alone. You can do without: then your face is enough.',
    },
  },
};

/** Those that are asked with each challenge of a session that somebody else opened: a part of `consentTexts`. */
export const textsInSession = {
  check: inCheck,
  meet: {
    ...inCheck,
    phone: {
      title: faceInCheck,
      words: {
        zh: '照片加密后只发给认证方，对方看不到。不同意也没关系：对方只会看到“未能确认”。',
        en: 'The pictures are sealed and go to the authority alone, never to the other person. Declining has no disadvantage: the other person sees "not confirmed".',
      },
    },
  },
  raise: {
    ...inCheck,
    voice: {
      title: inCheck.voice.title,
      words: {
        zh: '要读六个数字；撤回过声音的读 30 个，由认证方重新登记。声音加密后只发给认证方，可随时撤回。不用声音也可以办。',
        en: 'You read six digits aloud; 30 where you took your voice back, and the authority enrols it again. The sound is sealed for the authority alone; you can withdraw. You can do without.',
      },
    },
  },
} as const satisfies Record<string, FormWords>;
