import { officerCeremonies } from '../../../../shared/contract/raise/01-open.ts';
import { idPattern } from '../../../../shared/ids.ts';
import { keptState } from '../../kit/kept.ts';
import type { DeskWork } from './work-words.ts';

interface Kept {
  sessionId: string;
  /** What was begun with it. */
  work: DeskWork;
  /** SHA-256 of the envelopes that were sent for it. */
  card: string;
  pin: string;
  kin: string;
  'kin-face': string;
}

const text = (form: RegExp) => (value: unknown) =>
  typeof value === 'string' && form.test(value) ? value : undefined;

const digest = text(/^[A-Za-z0-9_-]{43}$/);

/** The session that is on in this tab, for a reload: what is kept tells nothing of the applicant. */
export const keptSession = keptState<Kept>(
  { name: 'liangzheng.officer.session', version: 2, storage: () => sessionStorage },
  {
    sessionId: text(new RegExp(idPattern.ses)),
    work: (value: unknown) => officerCeremonies.find((known) => known === value),
    card: digest,
    pin: digest,
    kin: digest,
    'kin-face': digest,
  },
);
