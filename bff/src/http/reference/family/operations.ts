import type { Operations } from '../entry.ts';

/** What a guardian's phone asks for. */
export const familyOperations: Operations = {
  listDelegations: {
    zh: '列出家人委托',
    more: 'As the authority has them at this moment. Nothing says who a ward is: the phone alone keeps a name.',
    refuses: ['authority-unavailable'],
  },
  renewDelegation: {
    zh: '家人委托续期',
    refuses: [
      ...(['not-found', 'delegation-over', 'delegation-rests', 'renewal-early'] as const),
      ...(['guardian-word-refused', 'authority-unavailable'] as const),
    ],
  },
  endDelegation: {
    zh: '解除家人委托',
    more: 'By possession; for checks in flight too. Twice is once.',
    refuses: ['not-found'],
  },
  setWardAsks: { zh: '设置是否每次都问监护人', refuses: ['not-found', 'delegation-over'] },
  giveWardCode: {
    zh: '取一个家人码',
    more: 'The phone draws it. It says which guardian is asked, and proves nothing.',
    refuses: ['not-found', 'delegation-over', 'id-taken'],
  },
  wardRequests: { zh: '等监护人同意的核验' },
};
