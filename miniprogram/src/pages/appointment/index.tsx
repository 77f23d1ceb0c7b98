import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { AcceptancePoint } from '../../../../shared/contract/officer/terms.ts';
import type { Appointment, PointList } from '../../../../shared/contract/raise/appointment.ts';
import type { DayPart } from '../../../../shared/raise/day-parts.ts';
import { readCredential } from '../../apply/07-credential.ts';
import type { OwnCredential } from '../../holder/answers.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { serverTime } from '../../holder/server-time.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { useWork } from '../../parts/use-work.ts';
import { appoint } from '../../raise/appoint.ts';
import { keptAppointment } from '../../raise/kept-appointment.ts';
import { listPoints } from '../../raise/list-points.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import './appointment.scss';
import { ChoosePlace } from './choose-place.tsx';
import { ChooseTime } from './choose-time.tsx';
import { type Chosen, questionBefore } from './chosen.ts';
import { Made } from './made.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '预约受理点' });

interface Read {
  list: PointList;
  credential: OwnCredential;
  now: number;
}

/** Where a credential is raised, and an appointment there: the place, the day, half a day, then six digits. What is kept is shown at once. */
export default function AppointmentPage() {
  const say = useSay();
  const [read, setRead] = useState<Read>();
  const [made, setMade] = useState<{ appointment: Appointment; now: number }>();
  const [chosen, setChosen] = useState<Chosen>({ at: 'place' });
  const [booking, setBooking] = useState(false);
  const [cancelled, setCancelled] = useState(false);
  const [failed, setFailed] = useState<{ problem: HolderProblem; retry: () => void }>();
  const { problem, again } = useWork(async () => {
    const holder = await ensureLoggedIn();
    const { storage, clock } = holder.platform;
    const now = serverTime(holder) ?? clock.now();
    const appointment = await keptAppointment(storage, now);
    if (appointment !== undefined) setMade({ appointment, now });
    const [list, credential] = await Promise.all([listPoints(holder), readCredential(holder)]);
    setRead({ list, credential, now: serverTime(holder) ?? now });
  });
  const book = (point: AcceptancePoint, day: string, part: DayPart): void => {
    setBooking(true);
    setFailed(undefined);
    ensureLoggedIn()
      .then(async (holder) => {
        const appointment = await appoint(holder, { pointId: point.pointId, day, part });
        setMade({ appointment, now: serverTime(holder) ?? holder.platform.clock.now() });
        setChosen({ at: 'place' });
        setCancelled(false);
      })
      .catch((cause: unknown) =>
        setFailed({ problem: asProblem(cause), retry: () => book(point, day, part) }),
      )
      .finally(() => setBooking(false));
  };
  if (made !== undefined) {
    return (
      <Page title={texts.made} back>
        <Made
          {...made}
          onCancelled={() => {
            setMade(undefined);
            setCancelled(true);
            if (read === undefined) again();
          }}
        />
      </Page>
    );
  }
  const shown = failed ?? (problem === undefined ? undefined : { problem, retry: again });
  if (shown !== undefined) {
    return (
      <Page title={texts.title} back={failed === undefined ? true : () => setFailed(undefined)}>
        <ProblemPanel problem={shown.problem} onRetry={shown.retry} />
      </Page>
    );
  }
  if (read === undefined || booking) {
    return (
      <Page title={texts.title} back>
        <Progress label={say(booking ? texts.working : texts.reading)} />
      </Page>
    );
  }
  const before = questionBefore(chosen);
  const back = before === undefined ? true : () => setChosen(before);
  const first = before === undefined;
  return (
    <Page title={texts.title} back={back}>
      {first ? <Before credential={read.credential} cancelled={cancelled} /> : null}
      <Steps at={['place', 'day', 'part'].indexOf(chosen.at) + 1} of={3} />
      {chosen.at === 'place' ? (
        <ChoosePlace
          {...read.list}
          city={chosen.city}
          onCity={(city) => setChosen({ at: 'place', city })}
          onChoose={(point) => setChosen({ ...chosen, at: 'day', point })}
        />
      ) : (
        <ChooseTime
          chosen={chosen}
          now={read.now}
          onDay={(day) => setChosen({ ...chosen, at: 'part', day })}
          onPart={(day, part) => book(chosen.point, day, part)}
        />
      )}
      <StaffedWay />
    </Page>
  );
}

/** What it is for; who does not need it, or something else first, is told so. */
function Before({ credential, cancelled }: { credential: OwnCredential; cancelled: boolean }) {
  const say = useSay();
  const { state } = credential;
  return (
    <>
      {cancelled ? <Notice tone="good" text={say(texts.cancelled)} /> : null}
      {state === 'none' || state === 'void' ? (
        <Notice tone="attention" text={say(texts.none)} next={say(texts.noneNext)}>
          <ActionButton id="apply" label={say(texts.apply)} onTap={() => void goInstead('apply')} />
        </Notice>
      ) : credential.level === 'strict' ? (
        <Notice tone="information" text={say(texts.isStrict)} next={say(texts.isStrictNext)} />
      ) : (
        <Card>
          <Words>{say(texts.lead)}</Words>
          <Words className="soft">{say(texts.walkIn)}</Words>
        </Card>
      )}
    </>
  );
}
