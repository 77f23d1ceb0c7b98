import { fill } from '../../../../shared/messages/fill.ts';
import type { People } from '../../../../shared/messages/people.ts';
import type { Said } from '../../../../shared/messages/to-the-clerk.ts';
import { guestMessages } from '../../../../shared/messages/to-the-guest.ts';
import type { Text } from '../../../../shared/text.ts';
import type { Phase } from '../check.ts';

/**
 * What each phase says to the guest, who reads it in both languages, complete by type: the guest's part of the table of messages.
 * @param again the same guest as before tries once more
 */
export function guestWords(phase: Phase, people: People, again = false): Said {
  const said = fill(guestMessages[phase], people);
  return again && phase === 'open' ? { ...said, title: scanAgain } : said;
}

const scanAgain: Text = { zh: '请再扫一次', en: 'Please scan once more' };

/** The three steps that the code stands beside, in the order of their pictures. */
export const steps = [
  { zh: '扫码', en: 'Scan' },
  { zh: '看清是谁在问，同意后照着做', en: 'See who asks, agree, follow your phone' },
  { zh: '看到三个数字，就念出来', en: 'If you see three digits, say them' },
] as const satisfies readonly Text[];
