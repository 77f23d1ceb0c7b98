import { afterEach, expect, it, vi } from 'vitest';
import { watchTilt } from './watch-tilt.h5.ts';

afterEach(() => vi.unstubAllGlobals());

function browser(reduced: boolean) {
  const target = new EventTarget();
  vi.stubGlobal('matchMedia', () => ({ matches: reduced }));
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  return (gamma: number) =>
    target.dispatchEvent(Object.assign(new Event('deviceorientation'), { beta: 45, gamma }));
}

it('a browser that tells is heard until the page is left', () => {
  const turn = browser(false);
  const heard = vi.fn();
  const end = watchTilt(heard);
  turn(45);
  end();
  turn(-45);
  expect(heard.mock.calls).toEqual([[{ across: 1, along: 0 }]]);
});

it('who asked for less motion is not listened to', () => {
  const turn = browser(true);
  const heard = vi.fn();
  watchTilt(heard);
  turn(45);
  expect(heard).not.toHaveBeenCalled();
});
