import { officerCeremonies } from '../../../../shared/contract/raise/01-open.ts';
import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import { type RaiseOutcome, raiseOutcomes } from '../../../../shared/raise/decision.ts';
import type { Purpose } from '../../../../shared/scenes.ts';
import type { Text } from '../../../../shared/text.ts';

/** What is done at the desk of an acceptance point. */
export type DeskWork = (typeof officerCeremonies)[number];

/** For what the applicant is asked. */
export const deskPurposes = {
  raise: 'raise',
  family: 'bind-family',
  revoke: 'end-family',
} as const satisfies Record<DeskWork, Purpose>;

export function workOf({ ceremony }: Pick<OfficerView, 'ceremony'>): DeskWork {
  return officerCeremonies.find((known) => known === ceremony) ?? 'raise';
}

interface Words {
  /** A phone takes part: it scans, and its holder agrees. */
  byPhone: boolean;
  /** Of the one card that goes with the person: in a family the guardian's. */
  readCard: { title?: Text; hint: Text };
  decide: { title: Text; hint: Text; warning: Text };
  /** The question whether the people are those of the papers, and whether the papers are genuine. */
  faceMatches: Text;
  cardGenuine: Text;
  /** How a yes is called, and what can be answered: of a family nothing is left to another officer. */
  pass: Text;
  outcomes: readonly RaiseOutcome[];
  passed: { title: Text; hint: Text };
  failed: { title: Text; hint: Text };
  declined: { title: Text; hint: Text };
}

const gone: Text = {
  zh: '证件已加密发给认证方，本页不再保存。请看着面前的人回答。',
  en: 'The papers were sealed for the authority and are no longer in this page. Look at the people as you answer.',
};
const cardGenuine: Text = { zh: '身份证看起来是真的吗？', en: 'Does the card look genuine?' };

/** In which words the desk speaks of it. */
export const deskWords = {
  raise: {
    byPhone: true,
    readCard: {
      hint: {
        zh: '办理人已同意，正按手机提示拍摄。请同时读取身份证原件。',
        en: 'The applicant has agreed and follows the phone. Read the card itself meanwhile.',
      },
    },
    decide: {
      title: { zh: '对照身份证和本人，作出决定', en: 'Compare card and person, and decide' },
      hint: {
        zh: '身份证已加密发给认证方，本页不再保存。请看着面前的人回答。',
        en: 'The card was sealed for the authority and is no longer in this page. Look at the person as you answer.',
      },
      warning: {
        zh: '不能为自己或家人办理。被逼迫的、由别人指使的，请选“不同意”，原因选“像是被人逼迫”；对方看不到这个原因。',
        en: 'Nobody may raise themselves or their family. Where somebody seems to be forced or led, say no and choose that reason: they do not see it.',
      },
    },
    faceMatches: {
      zh: '面前的人与身份证照片是同一人吗？',
      en: 'Does the face before you match the card?',
    },
    cardGenuine,
    pass: { zh: '同意升级', en: 'Yes, raise it' },
    outcomes: raiseOutcomes,
    passed: {
      title: { zh: '已升级为彩色', en: 'Raised to the coloured one' },
      hint: {
        zh: '请对方看手机：网证已变成彩色。请归还身份证。',
        en: 'Ask them to look at their phone: the credential has turned to colour. Give the card back.',
      },
    },
    failed: {
      title: { zh: '未通过', en: 'Not raised' },
      hint: {
        zh: '原因写在对方手机上。这不代表对方有错：可以带着该带的再来一次。请归还身份证。',
        en: 'Their phone says why. It does not mean that they did anything wrong: they may come again with what was missing. Give the card back.',
      },
    },
    declined: {
      title: { zh: '对方没有同意', en: 'They did not agree' },
      hint: {
        zh: '不升级也可以照常使用黑白网证。',
        en: 'The credential works as before without being raised.',
      },
    },
  },
  family: {
    byPhone: true,
    readCard: {
      title: { zh: '读取监护人的身份证', en: 'Read the guardian’s ID card' },
      hint: {
        zh: '监护人正按手机提示拍摄。请先读监护人本人的身份证原件，再读家人的证件：手机、身份证和面前的人必须是同一个人。',
        en: 'The guardian follows the phone. Read the guardian’s own card first, then the family member’s papers: phone, card and person have to be one.',
      },
    },
    decide: {
      title: { zh: '对照证件和两位本人，作出决定', en: 'Compare papers and both people, and decide' },
      hint: gone,
      warning: {
        zh: '不能为自己或家人绑定。16 岁及以上的家人请单独问本人愿不愿意；像是被逼迫的，请选“不同意”，对方看不到原因。',
        en: 'Nobody binds their own family. Ask a family member of 16 or older alone; where somebody seems to be forced say no: they do not see the reason.',
      },
    },
    faceMatches: {
      zh: '两位本人与各自的证件相符吗？',
      en: 'Are both of them those of their papers?',
    },
    cardGenuine: {
      zh: '证件，还有证明亲属关系的材料，看起来是真的吗？',
      en: 'Do the papers, and what shows that they are family, look genuine?',
    },
    pass: { zh: '同意绑定', en: 'Yes, bind them' },
    outcomes: ['pass', 'refuse'],
    passed: {
      title: { zh: '亲属关系已绑定', en: 'The guardian is bound' },
      hint: {
        zh: '监护人手机上的“家人”里已经能看到。请把回执交给家人，归还证件。',
        en: 'It stands under “Family” on the guardian’s phone. Hand the slip to the family member, and give the papers back.',
      },
    },
    failed: {
      title: { zh: '没有绑定', en: 'Not bound' },
      hint: {
        zh: '原因写在监护人手机上。可以带着该带的再来一次。请归还证件。',
        en: 'The guardian’s phone says why. They may come again with what was missing. Give the papers back.',
      },
    },
    declined: {
      title: { zh: '监护人没有同意', en: 'The guardian did not agree' },
      hint: { zh: '没有绑定。请归还证件。', en: 'Nothing was bound. Give the papers back.' },
    },
  },
  revoke: {
    byPhone: false,
    readCard: {
      hint: {
        zh: '请先单独问本人：是不是不再要别人替自己办理。然后读取本人的身份证原件。不需要手机。',
        en: 'Ask them alone first whether nobody is to answer for them any more. Then read their own card. No phone is needed.',
      },
    },
    decide: {
      title: { zh: '对照身份证和本人，作出决定', en: 'Compare card and person, and decide' },
      hint: gone,
      warning: {
        zh: '请单独问本人。确认后，所有替对方办理的家人都不再能替对方办理。不能为自己或家人办理。',
        en: 'Ask them alone. Whoever answers for them may do so no more. Nobody decides for themselves or their family.',
      },
    },
    faceMatches: {
      zh: '面前的人与身份证照片是同一人吗？',
      en: 'Does the face before you match the card?',
    },
    cardGenuine,
    pass: { zh: '解除绑定', en: 'Yes, end it' },
    outcomes: ['pass', 'refuse'],
    passed: {
      title: { zh: '已经没有人替对方办理', en: 'Nobody answers for them any more' },
      hint: {
        zh: '以前绑定的已全部解除，监护人的手机会收到通知。请把回执交给对方，归还身份证。',
        en: 'All that was bound is ended; guardians are told on their phones. Hand over the slip, and give the card back.',
      },
    },
    failed: {
      title: { zh: '没有解除', en: 'Not ended' },
      hint: {
        zh: '满 18 周岁、持有效身份证的本人才能在这里解除；孩子由监护人在手机上解除。已挂失的身份证不能用：找到了先在手机上撤销挂失，补领了就带新证来。请归还身份证。',
        en: 'Here it takes somebody of 18 or older with a valid card; for a child the guardian ends it on the phone. A card that is reported lost does not count: they withdraw the report on their phone first, or bring the new card. Give the card back.',
      },
    },
    declined: {
      title: { zh: '没有解除', en: 'Not ended' },
      hint: { zh: '绑定照旧。请归还身份证。', en: 'All stays as it is. Give the card back.' },
    },
  },
} as const satisfies Record<DeskWork, Words>;
