import { useEffect, useRef } from 'preact/hooks';
import { phaseOf, type SharedCheck } from '../desk/check.ts';
import { showGuest } from '../desk/face/show-guest.ts';
import { showVerdict } from '../desk/face/show-verdict.ts';
import type { ServerClock } from '../desk/live/server-clock.ts';
import { placeIn } from '../kit/place.ts';
import { useSay } from '../staff/say.tsx';
import { useTick } from './at-work.tsx';

/** Codes change each second, and the colour of a verdict with it. */
const drawn = 250;

/** What the applicant sees, as at any counter: the code, what to do, and how it ended, in colour over the whole screen. */
export function GuestFace({ check, clock }: { check: SharedCheck | undefined; clock: ServerClock }) {
  const { language } = useSay();
  const place = useRef(placeIn(document, document.body));
  useTick(drawn);
  useEffect(() => {
    const now = clock.now();
    const shown = check && { ...check, serverNow: () => clock.now() };
    const phase = phaseOf(shown, now);
    showGuest(place.current, phase, shown, now, language);
    showVerdict(place.current, phase, shown, now, language);
  });
  useEffect(
    () => () => {
      delete document.body.dataset.tone;
    },
    [],
  );
  return (
    <section id="guest" class="guest" aria-labelledby="guest-title">
      <div class="guest-view">
        <figure id="code">
          <div class="code">
            <svg id="qr" role="img" aria-labelledby="code-caption" shape-rendering="crispEdges" />
          </div>
          <figcaption id="code-caption" />
        </figure>
        <div id="picture" class="picture" />
        <div class="guest-words">
          <p id="asks" class="asks" />
          <h2 id="guest-title" class="both">
            亮证
          </h2>
          <p id="guest-hint" class="both" />
          <p id="guest-when" class="when live" />
          <ol id="steps" class="steps" />
        </div>
      </div>
    </section>
  );
}
