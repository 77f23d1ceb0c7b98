import { ceremonies } from '../../../shared/ceremonies.ts';
import { asId } from '../../../shared/ids.ts';
import { handleIn } from '../credential/credential.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import type { Ceremony } from '../ports/ceremony.ts';
import { countAssist } from './count-assist.ts';

/**
 * A check without a face. The authority knew the person by the card and names the credential with the pass: it counts only while that may be
 * shown here too, looked at in the same write, so that a takeover, a freeze or a loss in flight makes it a fail. The phone that
 * has the credential, where there is one, is told that it was done, and on which day, and nobody is woken for it. Where it was stands in the receipt, which that
 * phone alone can open, where the authority knows its key.
 */
export const assist: Ceremony = {
  rules: ceremonies.assist,
  onPass() {
    throw new Error('a check without a face that a phone shows');
  },
  onPassByCard(sources, { credential, forPhone: sealed }) {
    if (credential === undefined) throw new Error('a pass that names no credential');
    const handle = asId('crd', credential);
    const usable = handleIn(handle, ceremonies.assist.shownIn, sources.now());
    const told = tellDevices(sources, { phoneWith: handle }, { kind: 'assisted', sealed });
    return { withPass: [usable, told], unstored: [], audit: [] };
  },
  onEndByCard: (check) => [countAssist(check)],
};
