import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { FaceTaker } from '../../../shared/challenge.ts';
import { beginningInChina, dateInChina } from '../../../shared/china-calendar.ts';
import {
  type ConsentForm,
  type ConsentSubject,
  consentVersion,
} from '../../../shared/consent/consent-forms.ts';
import { wordsAgreedTo } from '../../../shared/consent/words-agreed-to.ts';
import type { StatedConsent } from '../../../shared/contract/attempt/03-challenge.ts';
import { type HolderId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** What a holder agrees to, in which ceremony, and in which words: of a ward they are others than of the holder. */
export interface Agreeing {
  holderId: HolderId;
  rules: Pick<CeremonyRules, 'consent'>;
  form: ConsentForm;
  consent: StatedConsent;
  faceBy: FaceTaker;
}

/**
 * The statements that record what is agreed to with the sum of the words that were read, in the write of the step that it is agreed for. One record stands of each subject and form: who
 * agrees to the same words again agrees to what stands; where the words, or who takes the face, are others, another record takes its place.
 * Of what is agreed to in each check the day in China is recorded and no time, which would lead from the holder to the check.
 * @throws Problem consent-missing without the face, consent-outdated where the words were not those that are asked today, request-invalid for what is not
 * asked in that form
 */
export function recordConsent(
  { now, random }: Pick<Ports, 'now' | 'random'>,
  { holderId, rules, form, consent, faceBy }: Agreeing,
): Statement[] {
  if (!consent.face) throw new Problem('consent-missing');
  if (consent.text.version !== consentVersion) throw new Problem('consent-outdated');
  const at = rules.consent === 'with-challenge' ? beginningInChina(dateInChina(now())) : now();
  const subjects: ConsentSubject[] = consent.voice ? ['face', 'voice'] : ['face'];
  return subjects.flatMap((subject) => {
    const taker = subject === 'face' ? faceBy : 'phone';
    const { version, language } = consent.text;
    const read = wordsAgreedTo({ version, form, subject, taker, language });
    if (read === undefined) throw new Problem('request-invalid');
    const params = {
      ...{ id: newId('cns', random), holderId, subject, form, taker, at },
      ...{ version, language, hash: read.hash },
    };
    return [replaceOther(params), giveUnlessStands(params)];
  });
}

/** What stands in other words ends; of its language the record keeps the first. */
function replaceOther(
  params: Record<'holderId' | 'subject' | 'form' | 'taker' | 'version', string> & { at: number },
) {
  const { holderId, subject, form, taker, version, at } = params;
  return {
    sql: `update consents set ended_at = :at, ended_by = 'replaced', expires_at = :expiresAt
      where holder_id = :holderId and subject = :subject and form = :form and ended_at is null
        and (text_version <> :version or taker <> :taker)`,
    params: { holderId, subject, form, taker, version, at, expiresAt: at + limits.endedConsentKept },
  };
}

function giveUnlessStands(params: Record<string, string | number>) {
  return {
    sql: `insert into consents (id, holder_id, subject, form, taker, text_version, text_hash, language, given_at, ended_at, ended_by, expires_at)
      select cast(:id as text), cast(:holderId as text), cast(:subject as text), cast(:form as text), cast(:taker as text),
        cast(:version as text), cast(:hash as text), cast(:language as text), cast(:at as bigint), null, null, null
      where not exists (select 1 from consents where holder_id = :holderId and subject = :subject and form = :form and ended_at is null)
      on conflict do nothing`,
    params,
  };
}
