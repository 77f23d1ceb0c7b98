import type { Quotas, QuotasChosen } from '../../../../shared/contract/operator/terms.ts';
import * as limits from '../../../../shared/limits.ts';

const everybody: Record<'rp' | 'counter', Quotas> = {
  rp: {
    calls: limits.callsPerRp,
    sessions: limits.sessionsPerRp,
    liveSessions: limits.liveSessionsPerRp,
    streams: limits.eventStreamsPerRp,
  },
  counter: {
    calls: limits.callsPerCounter,
    sessions: limits.sessionsPerCounter,
    liveSessions: limits.liveSessionsPerCounter,
    streams: limits.eventStreamsPerCounter,
  },
};

/** What counts: what was chosen, and the rest as everybody has it. */
export function quotasOf(who: 'rp' | 'counter', chosen: QuotasChosen): Quotas {
  return { ...everybody[who], ...chosen };
}

/** The least of each that any of them has, of what was chosen for a counter. */
export function leastOf(chosen: readonly QuotasChosen[]): QuotasChosen {
  if (chosen.length === 0) return {};
  const all = chosen.map((each) => quotasOf('counter', each));
  const slowest = (name: 'calls' | 'sessions') => ({
    atOnce: Math.min(...all.map((each) => each[name].atOnce)),
    every: Math.max(...all.map((each) => each[name].every)),
  });
  return {
    ...{ calls: slowest('calls'), sessions: slowest('sessions') },
    liveSessions: Math.min(...all.map(({ liveSessions }) => liveSessions)),
    streams: Math.min(...all.map(({ streams }) => streams)),
  };
}

/** Whether anything of it is more than before. */
export function isRaised(who: 'rp' | 'counter', before: QuotasChosen, after: QuotasChosen): boolean {
  const [was, will] = [quotasOf(who, before), quotasOf(who, after)];
  const more = (name: 'calls' | 'sessions') =>
    will[name].atOnce > was[name].atOnce || will[name].every < was[name].every;
  return (
    more('calls') || more('sessions') || will.liveSessions > was.liveSessions || will.streams > was.streams
  );
}
