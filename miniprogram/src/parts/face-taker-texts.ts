import type { FacePlatform } from '../../../shared/challenge.ts';
import type { Text } from '../../../shared/text.ts';

/** Who takes the pictures where the phone does not: said before anybody agrees. */
export const faceTakerTexts = {
  wechat: {
    uses: {
      zh: '同意后，由微信拍摄并核对您的脸：微信会得到您的姓名、身份证号和人脸；认证方会得到您的微信标识。不同意也没关系，工作人员可以看身份证。',
      en: 'If you agree, WeChat takes and compares your face: WeChat gets your name, your ID number and your face, and the authority your id at WeChat. Declining has no disadvantage: the staff can check your card.',
    },
    face: { zh: '同意由微信拍摄人脸', en: 'I agree that WeChat takes pictures of my face' },
    faceWords: {
      zh: '用来确认是您本人。由微信拍摄并核对：微信会得到您的姓名、身份证号和人脸；认证方会得到您的微信标识。柜台和本服务看不到这些。以后每次核验都可以不同意。',
      en: 'It shows that it is you. WeChat takes and compares the pictures: it gets your name, your ID number and your face, and the authority gets your id at WeChat. The counter and this service see none of it. You may refuse at each later check.',
    },
  },
  alipay: {
    uses: {
      zh: '同意后，由支付宝拍摄并核对您的脸：支付宝会得到您的姓名、身份证号和人脸。不同意也没关系，工作人员可以看身份证。',
      en: 'If you agree, Alipay takes and compares your face: it gets your name, your ID number and your face. Declining has no disadvantage: the staff can check your card.',
    },
    face: { zh: '同意由支付宝拍摄人脸', en: 'I agree that Alipay takes pictures of my face' },
    faceWords: {
      zh: '用来确认是您本人。由支付宝拍摄并核对：支付宝会得到您的姓名、身份证号和人脸。柜台和本服务看不到这些。以后每次核验都可以不同意。',
      en: 'It shows that it is you. Alipay takes and compares the pictures: it gets your name, your ID number and your face. The counter and this service see none of it. You may refuse at each later check.',
    },
  },
} as const satisfies Record<FacePlatform, Record<'uses' | 'face' | 'faceWords', Text>>;
