import { useEffect, useState } from 'preact/hooks';
import type { OperatorSession } from '../../../shared/contract/operator/sign-in.ts';
import { readSessionCall } from '../../../shared/contract/operator/sign-in.ts';
import { Refused } from '../staff/call/refused.ts';
import { Doing } from '../staff/parts/act.tsx';
import { Reading } from '../staff/parts/load.tsx';
import { Problem } from '../staff/parts/problem.tsx';
import { Speaking } from '../staff/say.tsx';
import { askIn, call, onSignedOut } from './call/call.ts';
import { whenVerified } from './call/when-verified.ts';
import { kept, readKept } from './kept.ts';
import { Enrol } from './pages/enrol.tsx';
import { Rooms } from './pages/rooms.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { Shell } from './shell.tsx';

/** Who is there. The secret of a link is held in the memory of this page, and leaves the address at once. */
type Door =
  | { is: 'looking' }
  | { is: 'invited'; invite: string }
  | { is: 'closed'; ended: boolean }
  | { is: 'refused'; refused: Refused }
  | { is: 'open'; session: OperatorSession };

function atFirst(): Door {
  const invite = /^#enrol=([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1];
  if (invite === undefined) return { is: 'looking' };
  history.replaceState(null, '', '/console');
  return { is: 'invited', invite };
}

/** Whoever the cookie says, if it says so still. */
async function whoIsThere(): Promise<Door> {
  try {
    return { is: 'open', session: await call(readSessionCall, {}) };
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    const isClosed = fault.why === 'token-missing' || fault.why === 'token-invalid';
    return isClosed ? { is: 'closed', ended: false } : { is: 'refused', refused: fault };
  }
}

export function Console() {
  const [reading, setReading] = useState(readKept);
  const [door, setDoor] = useState(atFirst);
  const { language, largeType } = reading;
  useEffect(() => {
    askIn(reading.language);
    kept.keep(reading);
    document.documentElement.lang = reading.language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.toggleAttribute('data-large', reading.largeType);
  }, [reading]);
  useEffect(() => {
    onSignedOut(() => setDoor((now) => (now.is === 'open' ? { is: 'closed', ended: true } : now)));
    const arrived = () => {
      const now = atFirst();
      if (now.is === 'invited') setDoor(now);
    };
    addEventListener('hashchange', arrived);
    return () => removeEventListener('hashchange', arrived);
  }, []);
  useEffect(() => {
    if (door.is === 'looking') void whoIsThere().then(setDoor);
  }, [door]);
  const enter = (session: OperatorSession) => setDoor({ is: 'open', session });

  return (
    <Speaking.Provider value={language}>
      <Shell
        session={door.is === 'open' ? door.session : undefined}
        largeType={largeType}
        setLanguage={(next) => setReading({ ...reading, language: next })}
        setLargeType={(next) => setReading({ ...reading, largeType: next })}
        left={() => setDoor({ is: 'closed', ended: false })}
      >
        {door.is === 'looking' ? <Reading /> : null}
        {door.is === 'refused' ? <Problem refused={door.refused} /> : null}
        {door.is === 'invited' ? <Enrol invite={door.invite} enter={enter} /> : null}
        {door.is === 'closed' ? <SignIn ended={door.ended} enter={enter} /> : null}
        {door.is === 'open' ? (
          <Doing.Provider value={whenVerified}>
            <Rooms session={door.session} />
          </Doing.Provider>
        ) : null}
      </Shell>
    </Speaking.Provider>
  );
}
