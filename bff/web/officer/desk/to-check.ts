import type { ConsentShown } from '../../../../shared/contract/attempt/03-challenge.ts';
import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import type { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import type { Relation } from '../../../../shared/family.ts';
import type { Scene } from '../../../../shared/scenes.ts';
import { type CounterState, counterStates } from '../../../../shared/sessions.ts';
import type { SharedCheck } from '../../desk/check.ts';
import type { Sent } from '../call/sign-word.ts';
import { type DeskWork, deskPurposes, workOf } from './work-words.ts';

/** For what a ward was bound. */
export interface Bound {
  relation: Relation;
  scenes: readonly Scene[];
  /** In which words a ward who is grown agreed. */
  consents: ConsentShown | false;
}

/** A session as its officer's page has it. */
export interface Raise {
  /** What the officer began: so it is called in the view too, whatever the server calls it. */
  work: DeskWork;
  view: OfficerView;
  /** Makes the codes; absent after a reload. */
  opened: OpenSessionAnswer | undefined;
  /** What was sealed here for this attempt. */
  sent: Sent;
  /** What a ward is bound for, to be handed on in print: it tells nothing of who that is. */
  bound?: Bound;
  /** When this page heard of its end, by the server's clock. */
  endedAt: number | undefined;
}

/** The same as the two faces of a desk show it: to the applicant it is a check like any other. */
export function toCheck({ view, opened, endedAt }: Raise, counterId: string): SharedCheck {
  const { sessionId, version, deadline, word } = view;
  return {
    ...{ counterId, purpose: deskPurposes[workOf(view)] },
    view: {
      ...{ sessionId, version, state: counterStateOf(view), scene: 'acceptance', level: 'strict' },
      openedAt: opened?.openedAt ?? view.serverTime,
      ...(deadline !== undefined && { deadline }),
      ...(word !== undefined && { word }),
    },
    ...(opened !== undefined && { opened }),
    ...(endedAt !== undefined && { endedAt }),
  };
}

/** What waits for another officer ends without a result, as far as the screen for the applicant goes. */
function counterStateOf({ state }: OfficerView): CounterState {
  if (state === 'in-review') return 'aborted';
  return counterStates.find((known) => known === state) ?? 'claimed';
}
