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
const officer: Text = { zh: '民警', en: 'the officer' };

export const peopleOf = {
  hotel: { guest: { zh: '客人', en: 'the guest' }, staff, next: { zh: '下一位', en: 'Next guest' } },
  'net-bar': {
    guest: { zh: '顾客', en: 'the customer' },
    staff,
    next: { zh: '下一位', en: 'Next customer' },
  },
  parcel: { guest: { zh: '寄件人', en: 'the sender' }, staff, next: { zh: '下一位', en: 'Next sender' } },
  peer: {
    guest: { zh: '对方', en: 'the other person' },
    staff: { zh: '人', en: 'the person' },
    next: nextPerson,
  },
  'gov-window': {
    guest: { zh: '办事人', en: 'the visitor' },
    staff,
    next: { zh: '下一位', en: 'Next visitor' },
  },
  traffic: { guest: { zh: '当事人', en: 'the person' }, staff: officer, next: nextPerson },
} as const satisfies Record<Scene, People>;

export const recipient: People = {
  guest: { zh: '取件人', en: 'the recipient' },
  staff,
  next: { zh: '下一位', en: 'Next recipient' },
};

/** The people of a scene; who collects a parcel is not who sends one. */
export function peopleAt(scene: Scene, purpose: Purpose): People {
  return purpose === 'collect' ? recipient : peopleOf[scene];
}
