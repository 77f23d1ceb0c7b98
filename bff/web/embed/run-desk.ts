import type { About } from '../../../shared/contract/about.ts';
import { type Purpose, purposeFits, purposeText, type Scene, scenes } from '../../../shared/scenes.ts';
import { type Asked, isOver } from '../desk/check.ts';
import { deskClient } from '../desk/client.ts';
import { catchKeys } from '../desk/face/keep-focus.ts';
import { deskShower, type View } from '../desk/face/show-desk.ts';
import { lineWords, showLine } from '../desk/face/show-line.ts';
import { deskTexts } from '../desk/face/texts.ts';
import { wireStrip } from '../desk/face/wire-strip.ts';
import { keepLive } from '../desk/live/keep-live.ts';
import { serverClock } from '../desk/live/server-clock.ts';
import { runCheck } from '../desk/run-check.ts';
import type { Line } from '../desk/stream/after-ending.ts';
import { followStream } from '../desk/stream/follow-stream.ts';
import { fillTexts, type Language } from '../kit/language.ts';
import type { Place } from '../kit/place.ts';
import { showAbout } from '../kit/show-about.ts';
import { checkDetail, type ProblemDetail, type Tell } from './events.ts';
import { type PageToken, pageAccess } from './page-access.ts';
import { problemOf, wrongAttributes } from './problem-of.ts';

/** What the attributes of an element say. */
export interface Setting {
  view: View;
  language: Language;
  sound: boolean;
  scene: Scene | undefined;
  purpose: Purpose | undefined;
}

/** A desk at work in somebody's page. Its calls never fail: what went wrong is told by `lz-problem`, and shown. */
export interface RunningDesk {
  open(): Promise<void>;
  end(reason: 'staffed' | 'abandoned'): Promise<void>;
  typeWord(word: string): Promise<void>;
  takeToken(token: PageToken): void;
  /** Shows it as the attributes are now. */
  showAll(): void;
  stop(): void;
}

export function runDesk(place: Place, api: string, setting: () => Setting, tell: Tell): RunningDesk {
  const leaving = new AbortController();
  const gone = leaving.signal;
  const clock = serverClock();
  const tokens = pageAccess(
    api,
    (reason) => tell('token-needed', { reason }),
    () => clock.now() ?? Date.now(),
  );
  const access = tokens.access();
  const client = deskClient(
    () => access,
    () => setting().language,
    clock,
  );
  const shower = deskShower(place);
  const run = runCheck(client, clock.now, changed);
  let about: About | undefined;
  let line: Line = 'stands';
  let working = false;
  let told = '';

  const live = keepLive({
    ...{ client, clock, take: run.take, check: run.check, gone },
    reopen: () => run.once('next'),
    tick: showMoment,
    line(now) {
      // Who is revoked is refused its answers too: that is no broken line.
      if (line === 'refused' && now === 'lost') return;
      line = now;
      showLine(place, line, setting().language);
      if (line !== 'stands')
        tell('lz-problem', { code: `line-${line}`, message: lineWords[line][setting().language] });
    },
    watch: (_counterId, watcher) => followStream(tokens.access(), undefined, watcher),
  });

  function showMoment(): void {
    const { view, language, sound } = setting();
    shower.show({ view, language, sound, check: run.check(), outcomes: run.outcomes() });
  }

  function showAll(): void {
    const { view, language, scene, purpose } = setting();
    const { frame, element, setText } = place;
    frame.dataset.view = view;
    frame.lang = language === 'zh' ? 'zh-CN' : 'en';
    fillTexts(frame, deskTexts, language);
    // The first level is the page's own.
    element('state', HTMLElement).ariaLevel = '2';
    element('guest-title', HTMLElement).ariaLevel = '2';
    element('outcomes-title', HTMLElement).ariaLevel = '3';
    const asked = scene && purpose && `${scenes[scene].text[language]} · ${purposeText[purpose][language]}`;
    setText('choose-title', asked || deskTexts.brand[language]);
    showAbout(about, deskTexts, language, place);
    showLine(place, line, language);
    showMoment();
  }

  function changed(): void {
    const check = run.check();
    live.follow(check?.counterId);
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

  /** Does what was asked for, once at a time. Nothing is disabled meanwhile: that would lose the focus. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    if (working) return;
    working = true;
    try {
      await work();
      showProblem(undefined);
    } catch (fault) {
      if (!gone.aborted) showProblem(problemOf(fault, setting().language));
    } finally {
      working = false;
    }
  }

  function asked(): Asked {
    const { scene, purpose } = setting();
    if (scene === undefined || purpose === undefined || !purposeFits(scene, purpose)) throw wrongAttributes();
    return { scene, purpose };
  }
  const open = () => attempt(async () => run.begin(asked()));

  place.on('choose', 'submit', () => void open());
  wireStrip(place, run, attempt, shower.shown);
  catchKeys(place, () => shower.shown().phase, gone);
  showAll();
  tell('token-needed', { reason: 'first' });
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
    end: (reason) => attempt(() => run.end(reason)),
    typeWord: (word) => attempt(() => run.giveWord(word)),
    takeToken: tokens.take,
    showAll,
    stop() {
      leaving.abort();
      tokens.stop();
    },
  };
}
