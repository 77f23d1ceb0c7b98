import { fill } from '../../../../shared/messages/fill.ts';
import type { People } from '../../../../shared/messages/people.ts';
import { clerkMessages, type Said } from '../../../../shared/messages/to-the-clerk.ts';
import type { Phase } from '../check.ts';

/** What each phase says to the clerk, complete by type: the strip's part of the table of messages. */
export function clerkWords(phase: Phase, people: People): Said {
  return fill(clerkMessages[phase], people);
}
