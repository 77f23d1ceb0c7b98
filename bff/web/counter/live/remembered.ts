import { type Purpose, purposeFits, type Scene, sceneNames, scenes } from '../../../../shared/scenes.ts';
import { keptState } from '../../kit/kept.ts';
import type { Language } from '../../kit/language.ts';

/** What a counter was set to. */
export interface Remembered {
  counterId: string;
  scene: Scene;
  purpose: Purpose;
  language: Language;
  /** Whether ends are heard. */
  sound: boolean;
}

/** What this tab was at: after a reload it goes on there. */
export interface TabState {
  /** The name of this tab, by which a window of the guest's finds its clerk. */
  tab: string;
  counterId: string;
  sessionId: string;
  purpose: Purpose;
}

const text = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;
const counterIds = text(/^cnt_[\w-]{1,64}$/);
const oneOf =
  <const W extends string>(words: readonly W[]) =>
  (value: unknown) =>
    words.find((word) => word === value);
const purposes = oneOf(sceneNames.flatMap((scene): readonly Purpose[] => scenes[scene].purposes));

const version = 1;
const ofBrowser = (name: string) => ({ name, version, storage: () => localStorage });
const settings = (counterId: string) =>
  keptState<Omit<Remembered, 'counterId'>>(ofBrowser(`liangzheng-counter ${counterId}`), {
    scene: oneOf(sceneNames),
    purpose: purposes,
    language: oneOf(['zh', 'en']),
    sound: (value) => (typeof value === 'boolean' ? value : undefined),
  });
const last = keptState<{ counterId: string }>(ofBrowser('liangzheng-counter'), { counterId: counterIds });

/** What this tab was at. */
export const tabState = keptState<TabState>(
  { name: 'liangzheng-tab', version, storage: () => sessionStorage },
  {
    tab: text(/^[0-9a-f-]{36}$/),
    counterId: counterIds,
    sessionId: text(/^ses_[\w-]{22}$/),
    purpose: purposes,
  },
);

/** Remembers how each counter of this machine is set, apart from the others. */
export interface Memory {
  /** How this tab's counter is set, or where the tab is new the one that was set last. */
  read(): Partial<Remembered>;
  /** Puts these over what is remembered; with another `counterId`, of that counter from now on. */
  keep(change: Partial<Remembered>): void;
}

export function remembered(): Memory {
  const counterId = tabState.read().counterId ?? last.read().counterId;
  let now: Partial<Remembered> = counterId === undefined ? {} : { counterId, ...read(counterId) };
  return {
    read: () => ({ ...now }),
    keep(change) {
      now = { ...now, ...change };
      const { counterId: of, ...set } = now;
      if (of === undefined) return;
      settings(of).keep(set);
      last.keep({ counterId: of });
      tabState.keep({ ...tabState.read(), counterId: of });
    },
  };
}

/** A scene and a purpose that do not go together are neither. */
function read(counterId: string): Partial<Omit<Remembered, 'counterId'>> {
  const { scene, purpose, ...rest } = settings(counterId).read();
  if (scene === undefined) return rest;
  return purpose === undefined || !purposeFits(scene, purpose)
    ? { ...rest, scene }
    : { ...rest, scene, purpose };
}
