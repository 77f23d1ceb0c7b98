import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { readAboutCall } from '../../../shared/contract/about.ts';
import type { OfficerShift } from '../../../shared/contract/officer/terms.ts';
import { markSvg } from '../../../shared/ui/mark.ts';
import { inksOfPage } from '../../../shared/ui/svg.ts';
import { serverClock } from '../desk/live/server-clock.ts';
import { drawInto } from '../kit/element.ts';
import { showAbout } from '../kit/show-about.ts';
import { Act } from '../staff/parts/act.tsx';
import { Say, useSay } from '../staff/say.tsx';
import { officerClient } from './call/officer-client.ts';
import type { readKept } from './kept.ts';
import { roomNames, rooms, useRoom } from './room.ts';

type Reading = ReturnType<typeof readKept>;

/** Who stands behind it, and that nothing is at stake in a sandbox. */
export const aboutTexts = {
  operator: { zh: '运营方', en: 'Run by' },
  authority: { zh: '认证方', en: 'Identity checked by' },
  hotline: { zh: '咨询电话', en: 'Hotline' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
  sandbox: {
    zh: '演示环境，不能证明任何人的身份',
    en: 'A demonstration: nothing here proves who anybody is',
  },
};

/** What stands around every page: the mark, the point, who is at work, how one reads. */
export function Shell({
  on,
  reading,
  read,
  endShift,
  children,
}: {
  /** Who is at work. */
  on: OfficerShift | undefined;
  reading: Reading;
  read: (reading: Reading) => void;
  endShift: () => Promise<void>;
  children: ComponentChildren;
}) {
  const { language, say, name } = useSay();
  const room = useRoom();
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (mark.current !== null) drawInto(mark.current, markSvg(inksOfPage));
  }, []);
  useEffect(() => {
    const client = officerClient({ clock: serverClock(), language: () => language });
    void client.call(readAboutCall, {}).then(
      (about) => showAbout(about, aboutTexts, language),
      // Nobody is told who stands behind it where nobody can say: signing in needs no such answer.
      () => {},
    );
  }, [language]);
  const openGuests = () => {
    window.open(`/officer?view=guest#${document.documentElement.dataset.tab ?? ''}`, '_blank', 'noopener');
  };
  return (
    <>
      <header>
        <p id="ribbon" class="ribbon" hidden />
        <p class="brand">
          <span class="mark" ref={mark} />
          <strong>
            <Say zh="亮证受理台" en="Liangzheng officer’s desk" />
          </strong>
          {on === undefined ? null : (
            <span id="who">
              {on.point === undefined ? '' : `${name(on.point.name)} · `}
              {name(on.name)}
            </span>
          )}
        </p>
        <div class="tools">
          {on?.role !== 'point' ? null : (
            <button type="button" id="guest-window" class="quiet" onClick={openGuests}>
              <Say zh="打开第二屏" en="Second screen" />
            </button>
          )}
          <button
            type="button"
            id="sound"
            class="quiet"
            aria-pressed={reading.sound}
            onClick={() => read({ ...reading, sound: !reading.sound })}
          >
            <Say zh="提示音" en="Tones" />
          </button>
          <button
            type="button"
            id="large-type"
            class="quiet"
            aria-pressed={reading.largeType}
            onClick={() => read({ ...reading, largeType: !reading.largeType })}
          >
            <Say zh="大字" en="Large type" />
          </button>
          <button
            type="button"
            id="language"
            class="quiet"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => read({ ...reading, language: language === 'zh' ? 'en' : 'zh' })}
          >
            {language === 'zh' ? 'English' : '中文'}
          </button>
          {on === undefined ? null : (
            <Act work={endShift} id="end-shift">
              <Say zh="下班" en="End shift" />
            </Act>
          )}
        </div>
      </header>
      {on?.role !== 'point' ? null : (
        <nav aria-label={say({ zh: '受理台的各页', en: 'Pages of the desk' })}>
          <ul>
            {roomNames.map((each) => (
              <li key={each}>
                <a href={`#${each}`} aria-current={each === room ? 'page' : undefined}>
                  {say(rooms[each])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main>{children}</main>
    </>
  );
}
