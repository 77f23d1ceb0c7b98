import type { ConsentWords } from './texts-in-session.ts';

/** What is asked about the face of a ward: of the guardian, who agrees to each check; and once of a ward who is grown, alone at the desk. */
export const textsForFamily = {
  ward: {
    phone: {
      title: { zh: '同意给家人刷脸吗？', en: 'May the phone take pictures of their face?' },
      words: {
        zh: '照片加密后只发给认证方。柜台只知道是否通过，不知道是您为家人办的。不同意也没关系，可以人工核验。',
        en: 'The pictures are sealed and go to the authority alone. The counter learns "passed" or "not passed", and not that you acted for somebody. Declining has no disadvantage: the staff can check in person.',
      },
    },
  },
  'ward-afar': {
    phone: {
      title: {
        zh: '同意由那里的终端给家人刷脸吗？',
        en: 'May the terminal there take pictures of their face?',
      },
      words: {
        zh: '照片加密后只发给认证方，柜台只知道是否通过。不同意也没关系，家人可以人工核验。',
        en: 'The pictures are sealed and go to the authority alone: the counter learns "passed" or "not passed". Declining has no disadvantage: the staff there can check in person.',
      },
    },
  },
  kin: {
    phone: {
      title: {
        zh: '同意登记您的脸，让监护人替您办理吗？',
        en: 'May your face be enrolled, so that the guardian can act for you?',
      },
      words: {
        zh: '现在拍的照片加密后只发给认证方。认证方登记您的人脸特征，以后每次替您办理，都和您本人当时的脸比对；不再有监护人替您办理时马上删除。随时可以带身份证到任何受理点解除。不同意也没关系，工作人员可以看身份证。',
        en: 'The pictures taken now are sealed for the authority alone. It enrols what tells your face, and compares your own face with that each time somebody acts for you; it is deleted at once when nobody does any more. You can end it at any acceptance point with your ID card. Declining has no disadvantage: the staff can check your card.',
      },
    },
  },
} as const satisfies Record<string, { phone: ConsentWords }>;
