import { useEffect, useRef, useState } from 'react';
import type { Family } from '../../family/ward-names.ts';
import { wardRequests } from '../../family/ward-requests.ts';
import { type Journey, newJourney } from '../../journey/journey.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { keepReceipt, wantReceipt } from '../../start/receipts.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { useSeen } from '../../ui/use-seen.ts';
import { Request } from './request.tsx';
import { texts } from './texts.ts';

/** Milliseconds between two looks: the ward stands at a terminal. */
const every = 3000;

/**
 * Checks of wards at terminals that wait for the owner, as long as the page is seen; each stays until the page is left. `onAsked` hears for whom, as often as
 * somebody is looked for.
 */
export function Requests({ family, onAsked }: { family: Family; onAsked?: (wards: string[]) => void }) {
  const say = useSay();
  const [asked, setAsked] = useState<readonly Journey[]>([]);
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const [cutOff, setCutOff] = useState(false);
  const tell = useRef(onAsked);
  tell.current = onAsked;
  const seen = useSeen();
  useEffect(() => {
    if (!seen) return;
    let gone = false;
    const look = async (): Promise<void> => {
      const holder = await ensureLoggedIn();
      const found = (await wardRequests(holder)).map((view) =>
        Object.assign(newJourney(holder, view), { onEnd: keepReceipt, wantReceipt }),
      );
      if (gone) return;
      setCutOff(false);
      tell.current?.(found.flatMap(({ view }) => view.ward ?? []));
      setWaiting(found.map(({ view }) => view.id));
      setAsked((shown) => [
        ...shown,
        ...found.filter(({ view }) => !shown.some((each) => each.view.id === view.id)),
      ]);
    };
    const tryLook = (): void => void look().catch(() => gone || setCutOff(true));
    tryLook();
    const looking = setInterval(tryLook, every);
    return () => {
      gone = true;
      clearInterval(looking);
    };
  }, [seen]);
  return (
    <>
      {cutOff ? <Notice tone="attention" text={say(texts.cutOff)} /> : null}
      {asked.map((journey) => (
        <Request
          key={journey.view.id}
          journey={journey}
          family={family}
          waits={waiting.includes(journey.view.id)}
        />
      ))}
    </>
  );
}
