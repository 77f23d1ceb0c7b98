import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { readShiftCall } from '../../../shared/contract/officer/shift.ts';
import type { OfficerShift } from '../../../shared/contract/officer/terms.ts';
import { serverClock } from '../desk/live/server-clock.ts';
import { Refused } from '../staff/call/refused.ts';
import { Reading } from '../staff/parts/load.tsx';
import { Problem } from '../staff/parts/problem.tsx';
import { Say, Speaking } from '../staff/say.tsx';
import { AtDesk } from './at-desk.tsx';
import { forgetShift, readKeptShift } from './call/browser-key.ts';
import { type Around, type AtWork, openShift, takeUpShift } from './call/shift.ts';
import { readTrust, type Trust } from './call/trust.ts';
import { type OpenDesk, openDesk } from './desk/open-desk.ts';
import { kept, readKept } from './kept.ts';
import { Enrol } from './pages/enrol.tsx';
import { type Closed, SignIn } from './pages/sign-in.tsx';
import { Shell } from './shell.tsx';

/** Who is there. The secret of a link is held in the memory of this page, and leaves the address at once. */
type Door =
  | { is: 'looking' }
  | { is: 'refused'; refused: Refused }
  | { is: 'invited'; trust: Trust; invite: string }
  | { is: 'closed'; trust: Trust; why: Closed }
  | { is: 'open'; trust: Trust; shift: OfficerShift; desk: OpenDesk };

type Untrusting = Omit<Around, 'trust'>;

export function Officer() {
  const [reading, setReading] = useState(readKept);
  const [door, setDoor] = useState<Door>({ is: 'looking' });
  const { language } = reading;
  const close = useCallback((why: Closed) => {
    void forgetShift();
    setDoor((now) => ('trust' in now ? { is: 'closed', trust: now.trust, why } : now));
  }, []);
  const around = useMemo<Untrusting>(
    () => ({ clock: serverClock(), language: () => readKept().language, over: () => close('over') }),
    [close],
  );
  useEffect(() => {
    kept.keep(reading);
    document.documentElement.lang = reading.language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.toggleAttribute('data-large', reading.largeType);
  }, [reading]);
  useEffect(() => {
    if (door.is !== 'looking') return;
    void look(around).then(setDoor, (fault: unknown) => {
      if (!(fault instanceof Refused)) throw fault;
      setDoor({ is: 'refused', refused: fault });
    });
  }, [door, around]);
  useEffect(() => {
    const arrived = () => {
      if (/^#enrol=/.test(location.hash)) setDoor({ is: 'looking' });
    };
    addEventListener('hashchange', arrived);
    return () => removeEventListener('hashchange', arrived);
  }, []);

  async function signIn(trust: Trust): Promise<void> {
    const { at } = await openShift({ ...around, trust });
    setDoor(await enter({ ...around, trust }, at));
  }
  async function endShift(): Promise<void> {
    if (door.is === 'open') await door.desk.work().end();
    close('ended');
  }

  return (
    <Speaking.Provider value={language}>
      <Shell
        on={door.is === 'open' ? door.shift : undefined}
        reading={reading}
        read={setReading}
        endShift={endShift}
      >
        {door.is === 'looking' ? <Reading /> : null}
        {door.is === 'refused' ? (
          <Problem refused={door.refused}>
            <button type="button" id="look-again" onClick={() => setDoor({ is: 'looking' })}>
              <Say zh="再试一次" en="Try again" />
            </button>
          </Problem>
        ) : null}
        {door.is === 'invited' ? (
          <Enrol
            secret={door.invite}
            clock={around.clock}
            enrolled={() => setDoor({ is: 'closed', trust: door.trust, why: 'enrolled' })}
          />
        ) : null}
        {door.is === 'closed' ? <SignIn why={door.why} signIn={() => signIn(door.trust)} /> : null}
        {door.is === 'open' ? <AtDesk key={door.shift.shiftId} desk={door.desk} closed={close} /> : null}
      </Shell>
    </Speaking.Provider>
  );
}

/** Whether a link was opened, or a shift is on in this browser. @throws Refused */
async function look(around: Untrusting): Promise<Door> {
  const invite = /^#enrol=([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1];
  if (invite !== undefined) history.replaceState(null, '', '/officer');
  const trust = await readTrust();
  if (invite !== undefined) return { is: 'invited', trust, invite };
  const keptShift = await readKeptShift();
  const at = keptShift && takeUpShift({ ...around, trust }, keptShift);
  if (at === undefined) return { is: 'closed', trust, why: 'not-yet' };
  return await enter({ ...around, trust }, at);
}

/** @throws Refused */
async function enter(around: Around, at: AtWork): Promise<Door> {
  const { trust } = around;
  try {
    const { cardReader, ...shift } = await at.client.call(readShiftCall, {});
    return { is: 'open', trust, shift, desk: openDesk(around, { at, shift, readerUrl: cardReader }) };
  } catch (fault) {
    if (fault instanceof Refused && fault.why === 'shift-over') return { is: 'closed', trust, why: 'over' };
    throw fault;
  }
}
