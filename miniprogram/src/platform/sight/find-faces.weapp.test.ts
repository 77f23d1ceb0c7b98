import { afterEach, describe, expect, it, vi } from 'vitest';
import { openFaceFinder } from './find-faces.weapp.ts';

const picture = { data: new ArrayBuffer(0), width: 288, height: 384 };
const anchor = { origin: { x: 0.25, y: 0.25 }, size: { width: 0.5, height: 0.5 } };

/** A phone that finds what the test says. */
function vision() {
  const heard = {
    found: (_: WechatFaceAnchor[]): void => undefined,
    lost: (): void => undefined,
    asked: 0,
    destroyed: false,
  };
  const session: WechatVisionSession = {
    on(event: string, listener: (anchors: WechatFaceAnchor[]) => void) {
      if (event === 'updateAnchors') heard.found = listener;
      else heard.lost = () => listener([]);
    },
    start: (then) => then(null),
    detectFace: () => void heard.asked++,
    destroy: () => {
      heard.destroyed = true;
    },
  };
  vi.stubGlobal('wx', { createVKSession: () => session });
  return heard;
}

afterEach(() => vi.unstubAllGlobals());

describe("WeChat's face detection", () => {
  it('tells where the face is, in shares of the picture or in pixels', () => {
    const heard = vision();
    const finder = openFaceFinder(() => 0);
    expect(finder?.find(picture)).toBeUndefined();
    heard.found([anchor]);
    expect(finder?.find(picture)).toEqual([{ x: 0.5, y: 0.5, height: 0.5 }]);
    heard.found([{ origin: { x: 72, y: 96 }, size: { width: 144, height: 192 } }]);
    expect(finder?.find(picture)).toEqual([{ x: 0.5, y: 0.5, height: 0.5 }]);
    expect(heard.asked).toBe(3);
  });

  it('tells nothing by what was found long ago', () => {
    const heard = vision();
    let now = 0;
    const finder = openFaceFinder(() => now);
    finder?.find(picture);
    heard.found([anchor]);
    now = 5_000;
    expect(finder?.find(picture)).toBeUndefined();
    heard.lost();
    expect(finder?.find(picture)).toEqual([]);
  });

  it('is let go of in the end', () => {
    const heard = vision();
    openFaceFinder(() => 0)?.end();
    expect(heard.destroyed).toBe(true);
  });

  it('is absent where the phone has none, or refuses it', () => {
    vi.stubGlobal('wx', {});
    expect(openFaceFinder(() => 0)).toBeUndefined();
    vi.stubGlobal('wx', {
      createVKSession: () => {
        throw new Error('not supported');
      },
    });
    expect(openFaceFinder(() => 0)).toBeUndefined();
  });
});
