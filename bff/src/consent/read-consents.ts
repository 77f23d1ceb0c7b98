import { faceTakers } from '../../../shared/challenge.ts';
import { dateInChina } from '../../../shared/china-calendar.ts';
import { consentForms, consentSubjects, consentVersion } from '../../../shared/consent/consent-forms.ts';
import { wordsAgreedTo } from '../../../shared/consent/words-agreed-to.ts';
import { type ConsentReceipt, consentEnds } from '../../../shared/contract/protect/consents.ts';
import type { HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** What the holder agreed to, the newest first, each as a receipt that names nobody. */
export async function readConsents(
  { db, settings }: Pick<Ports, 'db' | 'settings'>,
  holderId: HolderId,
): Promise<ConsentReceipt[]> {
  const rows = await db.read(
    'select * from consents where holder_id = :holderId order by given_at desc, id desc limit :most',
    { holderId, most: limits.consentsListed },
  );
  return rows.map((row) => receiptOf(row, settings.about));
}

function receiptOf(row: Row, about: Ports['settings']['about']): ConsentReceipt {
  const form = known(consentForms, row.form);
  const subject = known(consentSubjects, row.subject);
  const taker = known(faceTakers, row.taker);
  const language = row.language === 'en' ? 'en' : 'zh';
  const version = String(row.text_version);
  const current = version === consentVersion;
  const read = wordsAgreedTo({ version, form, subject, taker, language });
  // Of a record that was made before its sum was kept, the words of its version are the only ones there are.
  const hash = typeof row.text_hash === 'string' ? row.text_hash : read?.hash;
  const isThese = read !== undefined && read.hash === hash;
  const enrols = form === 'apply' || form === 'move' || (form === 'raise' && subject === 'voice');
  // A time would lead to the check, to the other person, or to the officer.
  const byDay = form !== 'apply' && form !== 'move' && form !== 'protect';
  const contact = about.hotline;
  const at = Number(row.given_at);
  return {
    version: 'LZ-CONSENT/1',
    receiptId: String(row.id),
    jurisdiction: 'CN',
    timestamp: byDay ? dateInChina(at) : new Date(at).toISOString(),
    collectionMethod: byDay ? 'agreed-on-the-phone-in-a-check' : 'ticked-on-the-phone',
    language,
    text: {
      ...{ form, version, ...(hash !== undefined && { hash }) },
      ...(isThese && { title: read.title, words: read.words }),
      current,
    },
    subject,
    controllers: [
      { role: 'authority', name: about.authority, contact },
      { role: 'operator', name: about.operator, contact },
    ],
    policyUrl: about.privacyUrl,
    purposes: [
      {
        purpose: enrols ? 'enrolment' : 'identity-check',
        ...{ type: 'explicit', category: 'proving-who-one-is' },
        termination: enrols ? 'with-the-credential' : 'with-the-check',
        thirdParties: taker === 'phone' ? [] : [taker],
      },
    ],
    sensitive: true,
    ...(row.ended_at !== null && {
      ended: { at: Number(row.ended_at), by: known(consentEnds, row.ended_by) },
    }),
  };
}

function known<const T extends readonly string[]>(words: T, stored: Row[string] | undefined): T[number] {
  const found = words.find((word) => word === stored);
  if (found === undefined) throw new Error('a stored consent is of no known kind');
  return found;
}
