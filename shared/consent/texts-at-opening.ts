import type { FaceTaker } from '../challenge.ts';
import type { Text } from '../text.ts';
import type { ConsentWords, FormWords } from './texts-in-session.ts';

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

/** Those that are asked before a session that the holder opens: a part of `consentTexts`. */
export const textsAtOpening = {
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
} as const satisfies Record<string, FormWords>;
