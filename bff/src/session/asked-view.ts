import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { Ports } from '../ports/ports.ts';
import { holderView } from './holder-view.ts';
import type { Session } from './session.ts';

/** In these states a phone may put the question to its holder, as after a reload. */
const mayBeAsked: readonly Session['state'][] = ['open', 'claimed', 'challenged'];

/**
 * The view by which a phone puts the question to its holder, with the key list that says whether who asks is named by a registrar who
 * still counts.
 * @throws Problem who-asks-unknown; authority-unavailable where no list was ever heard
 */
export async function askedView(ports: Ports, session: Session): Promise<HolderView> {
  const view = await holderView(ports, session);
  const asked = view.asks !== undefined || view.asksPrivately !== undefined;
  if (!asked || !mayBeAsked.includes(session.state)) return view;
  return { ...view, keyList: await ports.authority.knownKeyList() };
}
