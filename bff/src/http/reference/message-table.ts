import { type Message, type MessageTable, moments } from '../../../../shared/contract/messages.ts';
import { peopleByPurpose, peopleOf } from '../../../../shared/messages/people.ts';
import { integratorMessages } from '../../../../shared/messages/to-integrators.ts';
import { clerkMessages, type Moment } from '../../../../shared/messages/to-the-clerk.ts';
import { guestMessages } from '../../../../shared/messages/to-the-guest.ts';
import { holderMessages } from '../../../../shared/messages/to-the-holder.ts';
import { sceneNames } from '../../../../shared/scenes.ts';

/** By what a counter's program knows that the moment is there. */
const signs: Readonly<Record<Moment, Pick<Message, 'state' | 'word' | 'needsMoreTime'>>> = {
  ready: {},
  open: { state: 'open' },
  'more-time': { state: 'open', needsMoreTime: true },
  claimed: { state: 'claimed' },
  word: { state: 'claimed', word: 'awaited' },
  again: { state: 'claimed', word: 'again' },
  taken: { state: 'claimed', word: 'taken' },
  passed: { state: 'passed' },
  failed: { state: 'failed' },
  declined: { state: 'declined' },
  staffed: { state: 'declined' },
  cancelled: { state: 'cancelled' },
  expired: { state: 'expired' },
  aborted: { state: 'aborted' },
};

/** What each audience is told at each moment, from the one source of the counter's own page, and who the people of each scene are. */
export const messageTable: MessageTable = {
  messages: moments.map((moment) => {
    const holder = holderMessages[moment];
    return {
      moment,
      ...signs[moment],
      clerk: clerkMessages[moment],
      guest: guestMessages[moment],
      ...(holder && { holder }),
      integrator: integratorMessages[moment],
    };
  }),
  people: [...sceneNames.map((scene) => ({ scene, ...peopleOf[scene] })), ...peopleByPurpose],
};
