import { useCallback, useEffect, useState } from 'preact/hooks';
import { AssistDesk } from './assist/assist-desk.tsx';
import { Working } from './at-work.tsx';
import { ClosingNotice } from './closing-notice.tsx';
import type { OpenDesk } from './desk/open-desk.ts';
import type { Ending } from './desk/watch-idle.ts';
import { Appointments } from './pages/appointments.tsx';
import { Day } from './pages/day.tsx';
import { Desk } from './pages/desk.tsx';
import { Help } from './pages/help.tsx';
import { Reviews } from './pages/reviews.tsx';
import { type Room, useRoom } from './room.ts';

/** An open shift: the desk and what stands beside it. The session that is on goes on whichever page is looked at. */
export function AtDesk({ desk, closed }: { desk: OpenDesk; closed: (why: Ending) => void }) {
  const room = useRoom();
  const [, setChanges] = useState(0);
  useEffect(() => {
    const unsubscribe = desk.subscribe(() => setChanges((before) => before + 1));
    return () => {
      unsubscribe();
      desk.close();
    };
  }, [desk]);
  const end = useCallback(
    (why: Ending) =>
      void desk
        .work()
        .end()
        .then(() => closed(why)),
    [desk, closed],
  );
  // The authority ends a shift that nobody uses, and hears of use by calls alone.
  const atWork = useCallback(
    () =>
      void desk
        .work()
        .refresh()
        .catch(() => undefined),
    [desk],
  );
  const work = desk.work();
  return (
    <Working.Provider value={work}>
      <ClosingNotice expiresAt={work.shift.expiresAt} clock={work.clock} atWork={atWork} end={end} />
      {work.shift.role === 'attendant' ? <AssistDesk /> : <Rooms room={room} />}
    </Working.Provider>
  );
}

/** What an officer of an acceptance point has. */
function Rooms({ room }: { room: Room }) {
  return (
    <>
      {room === 'desk' ? <Desk /> : null}
      {room === 'reviews' ? <Reviews /> : null}
      {room === 'appointments' ? <Appointments /> : null}
      {room === 'day' ? <Day /> : null}
      {room === 'help' ? <Help /> : null}
    </>
  );
}
