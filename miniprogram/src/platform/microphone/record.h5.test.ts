import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from '../devices.fixture.ts';
import { record, stopRecording } from './record.h5.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the microphone of a browser', () => {
  it('is closed unheard where it is allowed only after the person had turned away', async () => {
    const { track, open } = fakeBrowser();
    let heard = 0;
    vi.stubGlobal(
      'AudioContext',
      class {
        constructor() {
          heard++;
        }
      },
    );
    const recording = record({ digits: '123456', shortest: 0, longest: 9_000 });
    stopRecording();
    open();
    await expect(recording).rejects.toMatchObject({ code: 'microphone-missing' });
    expect([track.live, heard]).toEqual([false, 0]);
  });
});
