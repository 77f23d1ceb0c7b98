import type { ReceiptClaims } from '../../../../shared/contract/authority/receipts.ts';
import { levelText } from '../../../../shared/levels.ts';
import { nameIn } from '../../../../shared/name-in.ts';
import { purposeNames, purposeText } from '../../../../shared/scenes.ts';
import type { Text } from '../../../../shared/text.ts';
import { outcomes, texts } from './texts.ts';

/** What the authority has signed of a check, from place to what was released, each with its name; without the time, which is read by the phone's own clock. */
export function factsOf(claims: ReceiptClaims): { what: Text; is: Text }[] {
  const { rpId, place, counterName, ceremony, level } = claims;
  const known = purposeNames.find((each) => each === claims.purpose);
  const purpose = known === undefined ? [] : [{ what: texts.purpose, is: purposeText[known] }];
  const ended = outcomes[claims.outcome === 'pass' ? 'passed' : 'failed'];
  if (ceremony === 'peer')
    return [...purpose, { what: texts.releasedToPerson, is: joined(ended, texts.nothingElse) }];
  if (rpId === '') return [];
  const released = joined(
    joined(ended, { zh: ' · ', en: ' · ' }),
    joined(levelText[level], texts.nothingElse),
  );
  return [
    { what: texts.place, is: named(place) },
    { what: texts.counter, is: named(counterName) },
    ...purpose,
    { what: texts.released, is: released },
  ];
}

const named = (name: string): Text => ({ zh: nameIn('zh', name), en: nameIn('en', name) });

const joined = (one: Text, other: Text): Text => ({ zh: one.zh + other.zh, en: one.en + other.en });
