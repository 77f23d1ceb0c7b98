import type { About } from '../../../shared/contract/about.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { purposeFits } from '../../../shared/scenes.ts';
import { type Asked, isOver } from '../desk/check.ts';
import { deskClient } from '../desk/client.ts';
import { catchKeys } from '../desk/face/keep-focus.ts';
import { deskShower } from '../desk/face/show-desk.ts';
import { lineWords, showLine } from '../desk/face/show-line.ts';
import { deskTexts } from '../desk/face/texts.ts';
import { wireStrip } from '../desk/face/wire-strip.ts';
import { keepLive } from '../desk/live/keep-live.ts';
import { serverClock } from '../desk/live/server-clock.ts';
import { runCheck } from '../desk/run-check.ts';
import type { Line } from '../desk/stream/after-ending.ts';
import { followStream } from '../desk/stream/follow-stream.ts';
import type { Place } from '../kit/place.ts';
import { showAbout } from '../kit/show-about.ts';
import { attempts } from './attempts.ts';
import { checkDetail, type ProblemDetail, type Tell } from './events.ts';
import type { OwnPage, Way } from './own-page.ts';
import { type PageToken, pageAccess } from './page-access.ts';
import { problemOf, wrongAttributes } from './problem-of.ts';
import { type Setting, showFrame } from './show-frame.ts';
import { type TakeUp, takeUp } from './take-up.ts';

/** A desk at work in a page. Its calls never fail: what went wrong is told by `lz-problem`, and shown. */
export interface RunningDesk extends TakeUp {
  open(): Promise<void>;
  /** Opens another check of the same kind. */
  next(): Promise<void>;
  end(reason: 'staffed' | 'abandoned'): Promise<void>;
  typeWord(word: string): Promise<void>;
  takeToken(token: PageToken): void;
  /** Shows it as the attributes are now. */
  showAll(): void;
  stop(): void;
}

/** What a desk is given. */
export interface Stand {
  place: Place;
  /** The BFF's address. */
  api: string;
  /** Where the page is one of ours; the others hand over page tokens. */
  page: OwnPage | undefined;
  setting(): Setting;
  tell: Tell;
}

export function runDesk({ place, api, page, setting, tell }: Stand): RunningDesk {
  const leaving = new AbortController();
  const gone = leaving.signal;
  const clock = serverClock();
  const tokens = pageAccess(
    api,
    (reason) => tell('token-needed', { reason }),
    () => clock.now() ?? Date.now(),
  );
  const byTokens = tokens.access();
  const way: Way = page ?? {
    access: () => byTokens,
    watch: (_counterId, watcher) => followStream(tokens.access(), undefined, watcher),
  };
  const client = deskClient(way.access, () => setting().language, clock);
  const shower = deskShower(place);
  const run = runCheck(client, clock.now, changed);
  let about: About | undefined;
  let line: Line = 'stands';
  let told = '';

  const live = keepLive({
    ...{ client, clock, take, check: run.check, gone, watch: way.watch },
    async reopen() {
      const sessionId = run.check()?.view.sessionId;
      if (page?.askAnew === undefined) await run.once('next');
      else if (sessionId !== undefined) page.askAnew(sessionId);
    },
    tick: showMoment,
    line(now) {
      // Who is revoked is refused its answers too: that is no broken line.
      if (line === 'refused' && now === 'lost') return;
      line = now;
      showLine(place, line, setting().language);
      if (line !== 'stands')
        tell('lz-problem', { code: `line-${line}`, message: lineWords[line][setting().language] });
    },
  });

  function take(session: CounterView): void {
    live.look();
    run.take(session);
  }

  function showMoment(): void {
    const { view, language, sound } = setting();
    const sandbox = about?.sandbox === true;
    const moment = shower.show({
      ...{ view, language, sound, sandbox, check: run.check(), outcomes: run.outcomes() },
    });
    page?.shown(moment);
  }

  function showAll(): void {
    const { language } = setting();
    showFrame(place, setting(), page !== undefined);
    showAbout(about, deskTexts, language, place);
    showLine(place, line, language);
    showMoment();
  }

  function changed(): void {
    const check = run.check();
    live.follow(check?.counterId);
    page?.changed(run.shared());
    const key = check === undefined ? '' : `${check.view.sessionId} ${check.view.version}`;
    if (check !== undefined && key !== told) {
      const detail = checkDetail(check.view);
      tell('lz-state', detail);
      if (isOver(check)) tell('lz-ended', detail);
    }
    told = key;
    showAll();
  }

  function showProblem(problem: ProblemDetail | undefined): void {
    place.setText('problem', problem?.message ?? '');
    place.setVisible('problem', problem !== undefined);
    if (problem !== undefined) tell('lz-problem', problem);
  }
  const attempt = attempts((fault) => {
    if (!gone.aborted) showProblem(fault === undefined ? undefined : problemOf(fault, setting().language));
  });

  function asked(): Asked {
    const { scene, purpose } = setting();
    if (scene === undefined || purpose === undefined || !purposeFits(scene, purpose)) throw wrongAttributes();
    return { scene, purpose };
  }
  const up = takeUp(client, { ...run, take }, clock.now);
  const open = () => attempt(async () => run.begin(asked()));

  wireStrip(place, run, attempt, shower.shown);
  catchKeys(place, () => shower.shown().phase, gone);
  showAll();
  if (page === undefined) {
    place.on('choose', 'submit', () => void open());
    tell('token-needed', { reason: 'first' });
  }
  void client.about().then(
    (said) => {
      about = said;
      if (!gone.aborted) showAll();
    },
    // Nobody is told who stands behind it where nobody can say: the check itself needs no such answer.
    () => {},
  );

  return {
    open,
    next: () => attempt(() => run.once('next')),
    end: (reason) => attempt(() => run.end(reason)),
    typeWord: (word) => attempt(() => run.giveWord(word)),
    resume: (kept) => attempt(() => up.resume(kept).catch(run.leave)),
    show: up.show,
    takeToken: tokens.take,
    showAll,
    stop() {
      leaving.abort();
      tokens.stop();
    },
  };
}
