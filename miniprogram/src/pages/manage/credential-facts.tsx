import { credentialStateText } from '../../../../shared/credentials.ts';
import { levelText } from '../../../../shared/levels.ts';
import type { OwnCredential } from '../../holder/answers.ts';
import { Facts } from '../../parts/facts.tsx';
import { lastDayOf, timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

type Had = Exclude<OwnCredential, { state: 'none' }>;

/** Its state, its level, and when something of it comes or ends. */
export function CredentialFacts({ credential }: { credential: Had }) {
  const say = useSay();
  const { state, level, since, strictFrom, cardReportEnds, endsAt, movable } = credential;
  const at = (name: keyof typeof texts, moment: number | undefined) =>
    moment === undefined ? [] : [{ name: say(texts[name]), value: timeOf(moment), live: true }];
  const alive = state !== 'void';
  return (
    <Facts
      id="credential-facts"
      facts={[
        { id: 'credential-state', name: say(texts.state), value: say(credentialStateText[state]) },
        ...at('since', since),
        ...(level === undefined ? [] : [{ name: say(texts.level), value: say(levelText[level]) }]),
        ...(alive ? at('strictFrom', strictFrom) : []),
        ...(alive ? at('reportEnds', cardReportEnds) : []),
        ...(movable !== undefined && movable.from > (since ?? 0) ? at('movableFrom', movable.from) : []),
        ...at('movableUntil', movable?.until),
        ...(endsAt === undefined ? [] : [{ name: say(texts.endsAt), value: lastDayOf(endsAt), live: true }]),
      ]}
    />
  );
}
