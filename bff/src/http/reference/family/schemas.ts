import { ForWard } from '../../../../../shared/contract/attempt/03-challenge.ts';
import {
  AsksBody,
  DelegationList,
  GivenAhead,
  RenewalBody,
  WardCodeBody,
  WardCodeGiven,
  WardRequests,
} from '../../../../../shared/contract/family/on-phone.ts';
import { DelegationView } from '../../../../../shared/contract/family/terms.ts';
import * as limits from '../../../../../shared/limits.ts';
import { type Entries, told } from '../entry.ts';
import { sample, signed } from '../samples.ts';

const { openedAt } = sample;
const day = 24 * 60 * 60_000;
const { delegationId } = sample;
const word = signed.guardianWord;
const view = {
  ...{ delegationId, relation: 'child', form: 'under-14', scenes: ['hotel', 'hospital'] },
  ...{ endsAt: openedAt + 300 * day, state: 'active', asks: 'each-time' },
};

/** By what somebody answers for a family member. */
export const familySchemas: Entries = {
  DelegationView: told(
    DelegationView,
    { zh: '家人委托', en: 'By what the holder answers for a ward. Who that is stands nowhere.' },
    {
      delegationId: ['The delegation.', delegationId],
      relation: ['Who the ward is to the guardian.', 'child'],
      form: ['Under 14 the guardian is asked each time; from 14 on the guardian may only hear.', 'under-14'],
      scenes: ['What it may be used for.', ['hotel', 'hospital']],
      endsAt: ['Epoch milliseconds: after a year, or on the birthday that ends the form.', view.endsAt],
      state: ['`rests` while the guardian’s own credential cannot be used.', 'active'],
      asks: ['Whether a guardian who is elsewhere is asked each time, or hears of it.', 'each-time'],
      tellsFrom: [
        'Where the guardian has chosen to hear only: from when on, epoch milliseconds. Absent once it is so.',
        openedAt + day,
      ],
      renewable: ['In which form it can be renewed now; absent where it cannot.', 'under-14'],
    },
  ),
  DelegationList: told(
    DelegationList,
    { zh: '家人委托列表', en: 'For whom the holder answers.' },
    {
      delegations: ['The oldest first.', [view]],
      most: ['For how many one may answer.', limits.wardsPerGuardian],
    },
  ),
  RenewalBody: told(
    RenewalBody,
    { zh: '续期', en: 'What the guardian’s device agrees to.' },
    { word: ['Signed by the device key, for the authority to read.', word] },
  ),
  ForWard: told(
    ForWard,
    { zh: '为家人办理', en: 'For which ward the holder acts.' },
    {
      delegationId: ['By which delegation.', delegationId],
      word: ['That this check may be made: signed by the device key, for the authority to read.', word],
    },
  ),
  WardCodeGiven: told(
    WardCodeGiven,
    { zh: '家人码已生效', en: 'The code can be typed.' },
    {
      delegationId: ['For which ward.', delegationId],
      expiresAt: ['Epoch milliseconds: until then, once.', openedAt + 600_000],
    },
  ),
  WardRequests: told(
    WardRequests,
    { zh: '等监护人同意的核验', en: 'Checks of wards that wait for this guardian.' },
    { sessions: ['Each names its delegation in `ward`.'] },
  ),
  AsksBody: told(
    AsksBody,
    { zh: '是否每次都问', en: 'What a guardian who is elsewhere wants.' },
    { asks: ['`tell` only for a ward of 14 or more.', 'each-time'] },
  ),
  WardCodeBody: told(
    WardCodeBody,
    { zh: '家人码', en: 'A code that is said to a ward and typed at a terminal.' },
    {
      code: ['Drawn by the phone.', '40271856'],
      ahead: ['Where the guardian only hears.'],
    },
  ),
  GivenAhead: told(
    GivenAhead,
    { zh: '事先同意', en: 'What a guardian agrees to ahead, for the check that the code is typed for.' },
    {
      word: ['By this code: signed by the device key, for the authority to read.', word],
      consent: ['To the face of the ward, in the words that were shown.'],
      receipt: ['Where the receipt is to be kept.'],
    },
  ),
};
