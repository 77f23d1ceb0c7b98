import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Speech } from '../platform.ts';
import { interruptions } from '../signals.ts';

type Listener = (event: { tempFilePath: string; errMsg: string }) => void;

const phone = vi.hoisted(() => {
  const listeners: Partial<Record<'start' | 'stop' | 'error' | 'interruption', Listener>> = {};
  const state = { starts: 0, stops: 0, files: new Map<string, number[]>() };
  const manager = {
    start: () => void state.starts++,
    stop: () => void state.stops++,
    onStart: (start: Listener) => void Object.assign(listeners, { start }),
    onStop: (stop: Listener) => void Object.assign(listeners, { stop }),
    onError: (error: Listener) => void Object.assign(listeners, { error }),
    onInterruptionBegin: (interruption: Listener) => void Object.assign(listeners, { interruption }),
  };
  return { listeners, state, manager };
});

vi.mock('@tarojs/taro', () => ({
  default: {
    getRecorderManager: () => phone.manager,
    onAppHide: () => undefined,
    offAppHide: () => undefined,
    getFileSystemManager: () => ({
      readFile: (call: { filePath: string; success: (answer: { data: ArrayBuffer }) => void }) =>
        call.success({ data: Uint8Array.from(phone.state.files.get(call.filePath) ?? []).buffer }),
      unlink: ({ filePath }: { filePath: string }) => void phone.state.files.delete(filePath),
    }),
  },
}));

const { recordBy, stopRecording } = await import('./record-taro.ts');

const speech: Speech = { digits: '123456', shortest: 0, longest: 9_000 };
const wav = [0x52, 0x49, 0x46, 0x46, 1];
const soon = () => new Promise((resolve) => setTimeout(resolve));

/** The recorder has written a file and stopped. */
function stopWith(path: string): void {
  phone.state.files.set(path, wav);
  phone.listeners.stop?.({ tempFilePath: path, errMsg: '' });
}

describe('the recorder of a mini-program', () => {
  beforeEach(() => {
    Object.assign(phone.state, { starts: 0, stops: 0 });
    phone.state.files.clear();
  });

  it('says when it hears, and leaves no file behind', async () => {
    let open = 0;
    const recording = recordBy({ formats: [{ format: 'wav' }] }, { ...speech, onOpen: () => void open++ });
    await soon();
    phone.listeners.start?.({ tempFilePath: '', errMsg: '' });
    stopWith('first.wav');
    expect((await recording).container).toBe('wav');
    expect([open, phone.state.files.size]).toEqual([1, 0]);
  });

  it('says once that it hears, and not for who has stopped', async () => {
    let open = 0;
    const heeded = { ...speech, onOpen: () => void open++ };
    const recording = recordBy({ formats: [{ format: 'wav' }] }, heeded);
    await soon();
    phone.listeners.start?.({ tempFilePath: '', errMsg: '' });
    phone.listeners.start?.({ tempFilePath: '', errMsg: '' });
    stopWith('first.wav');
    await recording;
    const other = recordBy({ formats: [{ format: 'wav' }] }, heeded);
    await soon();
    stopRecording();
    phone.listeners.start?.({ tempFilePath: '', errMsg: '' });
    stopWith('second.wav');
    await other;
    expect(open).toBe(1);
  });

  it('that fails after it was heard begins no other one unasked, and takes another format when it is asked', async () => {
    let open = 0;
    const heeded = { ...speech, onOpen: () => void open++ };
    const formats = [{ format: 'aac' }, { format: 'wav' }] as const;
    const recording = recordBy({ formats }, heeded);
    await soon();
    phone.listeners.start?.({ tempFilePath: '', errMsg: '' });
    phone.listeners.error?.({ tempFilePath: '', errMsg: 'encoder' });
    await expect(recording).rejects.toMatchObject({ code: 'microphone-missing' });
    expect(phone.state.starts).toBe(1);
    const again = recordBy({ formats }, heeded);
    await soon();
    phone.listeners.start?.({ tempFilePath: '', errMsg: '' });
    stopWith('again.wav');
    expect((await again).container).toBe('wav');
    expect([phone.state.starts, open]).toEqual([2, 2]);
  });

  it('names what was asked for, whatever the bytes look like, and hands them over as they are', async () => {
    const recording = recordBy({ formats: [{ format: 'PCM' }] }, speech);
    await soon();
    stopWith('first.pcm');
    expect(await recording).toEqual({ container: 'pcm', recording: Uint8Array.from(wav) });
  });

  it('never starts where the person allowed it only after turning away', async () => {
    let allow: () => void = () => undefined;
    const permit = () =>
      new Promise<void>((resolve) => {
        allow = resolve;
      });
    const recording = recordBy({ formats: [{ format: 'wav' }], permit }, speech);
    await soon();
    stopRecording();
    allow();
    await expect(recording).rejects.toMatchObject({ code: 'microphone-missing' });
    expect(phone.state.starts).toBe(0);
  });

  it('gives a new reading its own sound, not what was left of the one before', async () => {
    const first = recordBy({ formats: [{ format: 'wav' }] }, speech);
    await soon();
    const second = recordBy({ formats: [{ format: 'wav' }] }, speech);
    await soon();
    expect([phone.state.starts, phone.state.stops]).toEqual([1, 1]);
    stopWith('first.wav');
    await first;
    await soon();
    expect(phone.state.starts).toBe(2);
    stopWith('second.wav');
    await second;
    expect(phone.state.files.size).toBe(0);
  });

  it('says that the microphone was refused', async () => {
    const recording = recordBy({ formats: [{ format: 'wav' }] }, speech);
    await soon();
    phone.listeners.error?.({ tempFilePath: '', errMsg: 'operateRecorder:fail auth deny' });
    await expect(recording).rejects.toMatchObject({ code: 'microphone-refused' });
  });

  it('interrupts the capture where a call takes it', () => {
    let interrupted = 0;
    const forget = interruptions.add(() => void interrupted++);
    phone.listeners.interruption?.({ tempFilePath: '', errMsg: '' });
    forget();
    expect(interrupted).toBe(1);
  });
});
