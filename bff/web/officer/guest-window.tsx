import { useEffect, useMemo, useState } from 'preact/hooks';
import { readAboutCall } from '../../../shared/contract/about.ts';
import { twoWindows } from '../counter/live/two-windows.ts';
import type { SharedCheck } from '../desk/check.ts';
import { serverClock } from '../desk/live/server-clock.ts';
import { Speaking } from '../staff/say.tsx';
import { officerClient } from './call/officer-client.ts';
import { type OnShown, officerChannel } from './desk/open-desk.ts';
import { GuestFace } from './guest-face.tsx';
import { readKept } from './kept.ts';
import { aboutTexts } from './shell.tsx';

/** How often the server is asked for its time, by which the codes are made. */
const timeAsked = 30_000;

/** The second display: what the applicant sees. It shows what the officer's own window has on, and can do nothing. */
export function GuestWindow() {
  const clock = useMemo(() => serverClock(), []);
  const [check, setCheck] = useState<SharedCheck>();
  const [sandbox, setSandbox] = useState(false);
  const { language, largeType } = readKept();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.toggleAttribute('data-large', largeType);
    document.body.dataset.view = 'guest';
    const client = officerClient({ clock, language: () => language });
    const ask = () =>
      void client.call(readAboutCall, {}).then(
        ({ sandbox }) => setSandbox(sandbox),
        () => undefined,
      );
    ask();
    const timer = setInterval(ask, timeAsked);
    const windows = twoWindows<OnShown>(
      {
        ...{ face: 'guest', tab: location.hash.slice(1) || undefined, check: () => undefined },
        heard: (on) => setCheck(on?.check),
        reopen: () => {},
      },
      officerChannel(),
    );
    return () => {
      clearInterval(timer);
      windows.close();
    };
  }, [clock, language, largeType]);
  return (
    <Speaking.Provider value={language}>
      {sandbox ? (
        <header>
          <p class="ribbon">{aboutTexts.sandbox[language]}</p>
        </header>
      ) : null}
      <main class="faces">
        <div id="check">
          <GuestFace check={check} clock={clock} />
        </div>
      </main>
    </Speaking.Provider>
  );
}
