import { useEffect, useRef, useState } from 'preact/hooks';
import { type Health, readHealthCall } from '../../../../shared/contract/operator/figures.ts';
import * as limits from '../../../../shared/limits.ts';
import { Refused } from '../../staff/call/refused.ts';
import { Part } from '../../staff/parts/facts.tsx';
import { Reading } from '../../staff/parts/load.tsx';
import { Problem } from '../../staff/parts/problem.tsx';
import { announce, Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { healthText } from './figure-words.ts';

type Seen =
  | { is: 'looking' }
  | { is: 'seen'; health: Health }
  | { is: 'refused'; refused: Refused; at: number };

const checks = ['database', 'storage', 'authority'] as const;

/** Whether all that the service needs is there, looked at anew every little while for as long as somebody can see it. */
export function HealthPart() {
  const { say, clock } = useSay();
  const seen = useHealth();
  const down = seen.is === 'seen' ? checks.filter((check) => seen.health.checks[check] === 'down') : [];
  const told = useRef('');
  const words =
    seen.is !== 'seen'
      ? ''
      : down.length === 0
        ? say({ zh: '一切正常', en: 'All is well' })
        : down.map((check) => `${say(healthText[check].name)}: ${say(healthText[check].next)}`).join(' ');
  useEffect(() => {
    if (words === '') return;
    // What has not changed is not said again each time.
    if (told.current !== '' && told.current !== words) announce(words);
    told.current = words;
  }, [words]);
  return (
    <Part id="health" title={{ zh: '运行状况', en: 'Health' }}>
      {seen.is === 'looking' ? <Reading /> : null}
      {seen.is === 'refused' ? <Problem refused={seen.refused} /> : null}
      {seen.is === 'seen' ? (
        <ul class="list" id="checks">
          {checks.map((check) => (
            <li key={check} data-check={check} data-is={seen.health.checks[check]}>
              <strong>{say(healthText[check].name)}</strong>
              {seen.health.checks[check] === 'up' ? (
                <span>
                  <Say zh="正常" en="up" />
                </span>
              ) : (
                <span class="down">
                  <Say zh="不正常 · " en="Down · " />
                  {say(healthText[check].next)}
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {seen.is === 'looking' ? null : (
        <p class="soft" id="looked-at">
          <Say
            zh={`查看时间 ${clock(seen.is === 'seen' ? seen.health.at : seen.at)}`}
            en={`Looked at ${clock(seen.is === 'seen' ? seen.health.at : seen.at)}`}
          />
        </p>
      )}
    </Part>
  );
}

function useHealth(): Seen {
  const [seen, setSeen] = useState<Seen>({ is: 'looking' });
  useEffect(() => {
    let under: 'way' | 'none' | 'end' = 'none';
    async function look(): Promise<void> {
      if (document.hidden || under !== 'none') return;
      under = 'way';
      const found = await lookOnce();
      if (under !== 'way') return;
      under = 'none';
      setSeen(found);
    }
    const again = () => void look();
    again();
    const timer = setInterval(again, limits.consoleLooks);
    document.addEventListener('visibilitychange', again);
    return () => {
      under = 'end';
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, []);
  return seen;
}

async function lookOnce(): Promise<Seen> {
  try {
    return { is: 'seen', health: await call(readHealthCall, {}) };
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    return { is: 'refused', refused: fault, at: Date.now() };
  }
}
