import type { FaceTaker } from '../../challenge.ts';
import type { Text } from '../../text.ts';
import type { ConsentWords, FormWords } from '../texts-in-session.ts';

const faceOfApplicant: Record<FaceTaker, ConsentWords> = {
  phone: {
    title: { zh: '同意拍摄人脸', en: 'I agree to pictures of my face' },
    words: {
      zh: '用来确认是您本人。照片在手机上加密，只有认证方能打开；柜台和本服务都看不到。可随时撤回。',
      en: 'It shows that it is you. The pictures are sealed on the phone; only the authority can open them. You can withdraw at any time.',
    },
  },
  wechat: {
    title: { zh: '同意由微信拍摄人脸', en: 'I agree that WeChat takes pictures of my face' },
    words: {
      zh: '用来确认是您本人。由微信拍摄并核对：微信会得到您的姓名、身份证号和人脸；认证方会得到您的微信标识。柜台和本服务看不到这些。以后每次核验都可以不同意。',
      en: 'It shows that it is you. WeChat takes and compares the pictures: it gets your name, your ID number and your face, and the authority gets your id at WeChat. The counter and this service see none of it. You may refuse at each later check.',
    },
  },
  alipay: {
    title: { zh: '同意由支付宝拍摄人脸', en: 'I agree that Alipay takes pictures of my face' },
    words: {
      zh: '用来确认是您本人。由支付宝拍摄并核对：支付宝会得到您的姓名、身份证号和人脸。柜台和本服务看不到这些。以后每次核验都可以不同意。',
      en: 'It shows that it is you. Alipay takes and compares the pictures: it gets your name, your ID number and your face. The counter and this service see none of it. You may refuse at each later check.',
    },
  },
};

const voiceTick: Text = { zh: '同意录下声音', en: 'I agree to a recording of my voice' };

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

/** The words of 29 November 2026, as they were asked in. They are part of what people agreed to: nothing here changes any more. */
export const textsOf20261129 = {
  apply: {
    ...faceOfApplicant,
    voice: {
      title: voiceTick,
      words: {
        zh: '您读出 30 个数字，用来防止别人用照片冒充。同样加密，可随时撤回。不同意也可以只用人脸申请。',
        en: 'You read 30 digits aloud, so that nobody can pass with a picture of you. Sealed in the same way; you can withdraw. Without it you can still apply by face.',
      },
    },
  },
  move: {
    ...faceOfApplicant,
    voice: {
      title: voiceTick,
      words: {
        zh: '您读出 6 个数字。登记过声音的，读了才能恢复“当面核验”。同样加密，不同意也可以只用人脸。',
        en: 'You read six digits aloud. Where a voice is enrolled, a check in person only comes back with it. Sealed in the same way; you can go on by face alone.',
      },
    },
  },
  protect: {
    ...faceOfApplicant,
    phone: {
      title: faceOfApplicant.phone.title,
      words: {
        zh: '用来确认是您本人。照片在手机上加密，只有认证方能打开，核对完就删除。',
        en: 'It shows that it is you. The pictures are sealed on the phone for the authority alone, and deleted once compared.',
      },
    },
    voice: {
      title: voiceTick,
      words: {
        zh: '您读出 6 个数字。网证是“当面核验”等级、又登记过声音的，这一步要读。',
        en: 'You read six digits aloud. A credential checked in person, with a voice enrolled, needs it here.',
      },
    },
  },
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
