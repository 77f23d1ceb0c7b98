import type { Purpose, Scene } from '../scenes.ts';
import type { Text } from '../text.ts';

/** Who stands on either side of the counter, as that kind of counter calls them. */
export interface People {
  guest: Text;
  staff: Text;
  /** The button for whoever comes then. */
  next: Text;
}

const nextPerson: Text = { zh: '下一位', en: 'Next person' };
const staff: Text = { zh: '工作人员', en: 'the clerk' };
const police: Text = { zh: '民警', en: 'the officer' };
const officer: Text = { zh: '受理员', en: 'the officer' };
const traveller: People = {
  guest: { zh: '旅客', en: 'the traveller' },
  staff,
  next: { zh: '下一位', en: 'Next traveller' },
};
const client: People = {
  guest: { zh: '客户', en: 'the client' },
  staff,
  next: { zh: '下一位', en: 'Next client' },
};
const visitor: People = {
  guest: { zh: '办事人', en: 'the visitor' },
  staff,
  next: { zh: '下一位', en: 'Next visitor' },
};

export const peopleOf = {
  hotel: { guest: { zh: '客人', en: 'the guest' }, staff, next: { zh: '下一位', en: 'Next guest' } },
  'net-bar': {
    guest: { zh: '顾客', en: 'the customer' },
    staff,
    next: { zh: '下一位', en: 'Next customer' },
  },
  parcel: { guest: { zh: '寄件人', en: 'the sender' }, staff, next: { zh: '下一位', en: 'Next sender' } },
  rail: traveller,
  air: traveller,
  ticket: {
    guest: { zh: '购票人', en: 'the buyer' },
    staff,
    next: { zh: '下一位', en: 'Next buyer' },
  },
  hospital: {
    guest: { zh: '患者', en: 'the patient' },
    staff,
    next: { zh: '下一位', en: 'Next patient' },
  },
  peer: {
    guest: { zh: '对方', en: 'the other person' },
    staff: { zh: '人', en: 'the person' },
    next: nextPerson,
  },
  acceptance: { ...visitor, staff: officer },
  'gov-window': visitor,
  traffic: { guest: { zh: '当事人', en: 'the person' }, staff: police, next: nextPerson },
  'bank-account': client,
  'sim-card': client,
  company: {
    guest: { zh: '申请人', en: 'the applicant' },
    staff,
    next: { zh: '下一位', en: 'Next applicant' },
  },
} as const satisfies Record<Scene, People>;

/** Who comes with a ticket is not who buys one. */
export const ticketHolder: People = {
  guest: { zh: '观众', en: 'the visitor' },
  staff,
  next: { zh: '下一位', en: 'Next visitor' },
};

export const recipient: People = {
  guest: { zh: '取件人', en: 'the recipient' },
  staff,
  next: { zh: '下一位', en: 'Next recipient' },
};

/** Purposes whose people are called otherwise than those of the rest of their scene. */
export const peopleByPurpose = [
  { scene: 'parcel', purpose: 'collect', ...recipient },
  { scene: 'ticket', purpose: 'enter-venue', ...ticketHolder },
] as const satisfies readonly ({ scene: Scene; purpose: Purpose } & People)[];

/** The people of a scene; who collects a parcel is not who sends one. */
export function peopleAt(scene: Scene, purpose: Purpose): People {
  return peopleByPurpose.find((each) => each.purpose === purpose) ?? peopleOf[scene];
}
