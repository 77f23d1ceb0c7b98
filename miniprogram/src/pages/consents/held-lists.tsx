import type { ExportClaims } from '../../../../shared/contract/authority/export.ts';
import type { OwnData } from '../../../../shared/contract/protect/export.ts';
import { relationTexts } from '../../../../shared/family.ts';
import type { Text } from '../../../../shared/text.ts';
import { useName } from '../../parts/use-name.ts';
import { dayOf, timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { ceremonyNames, decisions, ends, noticeNames, sides } from './held-kinds.ts';
import { type Entry, HeldList } from './held-list.tsx';
import { texts, until } from './held-texts.ts';
import { forms, subjects } from './texts.ts';

/** Each list of what the service holds, entry by entry. */
export function ListsOfService({ own }: { own: OwnData }) {
  const say = useSay();
  const to = (time: number): string => say(until(timeOf(time)));
  const ceremony = (name: string): string =>
    say(Object.entries(ceremonyNames).find(([known]) => known === name)?.[1] ?? texts.otherKind);
  const named = (name: Text, times: readonly { until: number }[]): Entry[] =>
    times.map((each) => ({ what: say(name), when: to(each.until) }));
  const lists: Record<string, readonly [Text, readonly Entry[]]> = {
    consents: [
      texts.consents,
      own.consents.map(({ subject, text, timestamp, ended }) => ({
        what: `${say(subjects[subject].name)} · ${say(forms[text.form])}`,
        when: ended === undefined ? timestamp.slice(0, 10) : `${timestamp.slice(0, 10)} – ${dayOf(ended.at)}`,
      })),
    ],
    notices: [
      texts.notices,
      [...own.notices].reverse().map(({ kind, at }) => ({ what: say(noticeNames[kind]), when: timeOf(at) })),
    ],
    takeovers: [
      texts.takeovers,
      own.takeovers.map(({ at, disputed }) => ({
        what: say(disputed ? texts.disputed : texts.replaced),
        when: timeOf(at),
      })),
    ],
    disputes: [
      texts.disputes,
      own.disputes.map(({ kind, day }) => ({
        what: say(kind === 'takeover' ? texts.ofPhone : texts.ofCheck),
        when: day,
      })),
    ],
    sessions: [
      texts.sessions,
      own.sessions.map((each) => ({
        what: `${ceremony(each.ceremony)} · ${say(ends[each.state])}`,
        when: timeOf(each.openedAt),
      })),
    ],
    family: [
      texts.family,
      own.family.map(({ relation, endsAt }) => ({ what: say(relationTexts[relation]), when: to(endsAt) })),
    ],
    arrivals: [texts.arrivals, named(texts.arrival, own.arrivals)],
    meetings: [
      texts.meetings,
      own.meetings.map(({ as: side, openedAt }) => ({ what: say(sides[side]), when: timeOf(openedAt) })),
    ],
    declines: [texts.declines, named(texts.decline, own.declines)],
    wardCodes: [texts.wardCodes, named(texts.wardCode, own.wardCodes)],
    quotas: [texts.quotas, named(texts.counted, own.quotas)],
  };
  return <Lists of={lists} />;
}

/** Each list of what the authority holds, entry by entry. */
export function ListsOfAuthority({ claims }: { claims: ExportClaims }) {
  const say = useSay();
  const name = useName();
  const lists: Record<string, readonly [Text, readonly Entry[]]> = {
    'kept-consents': [
      texts.consents,
      claims.consents.map(({ form, subject, day }) => ({
        what: `${say(subjects[subject].name)} · ${say(forms[form])}`,
        when: day,
      })),
    ],
    challenges: [
      texts.challenges,
      claims.challenges.map(({ ceremony, rpName, expiresAt }) => ({
        what: rpName === '' ? say(ceremonyNames[ceremony]) : name(rpName),
        when: timeOf(expiresAt),
      })),
    ],
    failures: [
      texts.failures,
      claims.failures.map(({ ceremony, failures, lockedUntil }) => ({
        what: `${say(ceremonyNames[ceremony])} · ${failures}`,
        when: lockedUntil === 0 ? '' : say(until(timeOf(lockedUntil))),
      })),
    ],
    delegations: [
      texts.delegations,
      claims.delegations.map(({ as: side, relation, point, ends: end }) => ({
        what: `${say(sides[side])} · ${say(relationTexts[relation])} · ${name(point)}`,
        when: say(until(dayOf(end))),
      })),
    ],
    raises: [
      texts.raises,
      claims.raises.map(({ decision, point, day }) => ({
        what: `${say(decisions[decision])} · ${name(point)}`,
        when: day,
      })),
    ],
    offices: [
      texts.offices,
      claims.offices.map(({ name: called, since, revokedAt }) => ({
        what: called,
        when: revokedAt === undefined ? dayOf(since) : `${dayOf(since)} – ${dayOf(revokedAt)}`,
      })),
    ],
  };
  return <Lists of={lists} />;
}

function Lists({ of }: { of: Readonly<Record<string, readonly [Text, readonly Entry[]]>> }) {
  return (
    <>
      {Object.entries(of).map(([id, [name, entries]]) => (
        <HeldList key={id} id={id} name={name} entries={entries} />
      ))}
    </>
  );
}
