import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ReviewCase, ToldCases } from '../../../shared/contract/raise/08-decision.ts';
import { newestKeyList, noteKeyList } from './call/browser-key.ts';
import { readCases, readChallenge, type Told } from './call/read-told.ts';
import type { Work } from './desk/open-desk.ts';
import type { Raise } from './desk/to-check.ts';

export const Working = createContext<Work | undefined>(undefined);

/** @throws TypeError outside of an open shift */
export function useWork(): Work {
  const work = useContext(Working);
  if (work === undefined) throw new TypeError('no shift is open');
  return work;
}

/** The challenge of the session that is on, checked. @throws Refused authority-unproved */
export async function toldOf({ at, trust, clock }: Work, { view, work }: Raise): Promise<Told> {
  const { sessionId, challenge = '', keyList = '' } = view;
  const judging = { trust, newest: await newestKeyList(), now: clock.now() ?? view.serverTime };
  const expected = { ceremony: work, sessionId, thumbprint: at.thumbprint, shift: at.claims };
  const told = readChallenge({ challenge, keyList }, expected, judging);
  await noteKeyList(told.keyListVersion);
  return told;
}

/** Cases that the BFF hands over, checked. @throws Refused authority-unproved */
export async function casesOf({ at, trust, clock }: Work, given: ToldCases): Promise<ReviewCase[]> {
  const judging = { trust, newest: await newestKeyList(), now: clock.now() ?? Date.now() };
  const { cases, keyListVersion } = readCases(given, at.claims, judging);
  await noteKeyList(keyListVersion);
  return cases;
}

/** Draws again each so many milliseconds: for what follows a clock. */
export function useTick(every: number): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), every);
    return () => clearInterval(timer);
  }, [every]);
}
