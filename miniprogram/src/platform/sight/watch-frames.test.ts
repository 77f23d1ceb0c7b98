import { afterEach, describe, expect, it } from 'vitest';
import { sights } from '../signals.ts';
import type { Sight } from './sight.ts';
import { type CameraPicture, watchFrames } from './watch-frames.ts';

const frame: CameraPicture = { data: new ArrayBuffer(4 * 48 * 64), width: 48, height: 64 };

/** A camera whose frames the test hands over. */
function camera() {
  const at: { listening: number; show: (frame: CameraPicture) => void } = {
    listening: 0,
    show: () => undefined,
  };
  return {
    at,
    onCameraFrame: (listener: (frame: CameraPicture) => void) => {
      at.show = listener;
      return { start: () => void at.listening++, stop: () => void at.listening-- };
    },
  };
}

describe('the frames of a mini-program camera', () => {
  const seen: Sight[] = [];
  let forget: () => void = () => undefined;
  afterEach(() => {
    forget();
    seen.length = 0;
  });
  const listen = () => {
    forget = sights.add((sight) => seen.push(sight));
  };

  it('are looked at five times a second, however many come', () => {
    listen();
    let now = 0;
    const source = camera();
    watchFrames(source, () => now);
    for (; now < 1_000; now += 10) source.at.show(frame);
    expect(seen).toHaveLength(5);
  });

  it('come with the faces that the platform finds', () => {
    listen();
    const source = camera();
    const faces = [{ x: 0.5, y: 0.5, height: 0.5 }];
    watchFrames(source, () => 0, { find: () => faces, end: () => undefined });
    source.at.show(frame);
    expect(seen[0]?.faces).toEqual(faces);
  });

  it('are not looked at while nobody wants to know, nor after the end', () => {
    const source = camera();
    let ended = 0;
    const end = watchFrames(source, () => 0, { find: () => undefined, end: () => void ended++ });
    expect(source.at.listening).toBe(1);
    source.at.show(frame);
    end();
    expect([source.at.listening, ended, seen.length]).toEqual([0, 1, 0]);
  });

  it('are left alone where their bytes are no pixels', () => {
    listen();
    const source = camera();
    watchFrames(source, () => 0);
    source.at.show({ data: new ArrayBuffer(10), width: 48, height: 64 });
    expect(seen).toEqual([]);
  });

  it('may be missing altogether', () => {
    expect(() => watchFrames({}, () => 0)()).not.toThrow();
  });
});
