import type { Page } from 'playwright-core';

/** What came out of a page's loudspeaker so far. */
export interface Heard {
  /** Hertz, in the order in which the notes were begun. */
  notes: number[];
  /** Of each way out whether it runs, as its context says. */
  states: AudioContextState[];
  /** The highest sample, 1 at most. */
  loudest: number;
}

declare global {
  interface Window {
    heard: Heard;
  }
}

/** Listens at every way out of the page's sound, and notes what is begun there. */
export async function hearTones(page: Page): Promise<() => Promise<Heard>> {
  await page.addInitScript(() => {
    window.heard = { notes: [], states: [], loudest: 0 };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      window.heard.notes.push(this.frequency.value);
      start.call(this, when);
    };
    const ears: AnalyserNode[] = [];
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        const ear = new AnalyserNode(this);
        ear.connect(this.destination);
        Object.defineProperty(this, 'destination', { value: ear });
        ears.push(ear);
      }
    };
    setInterval(() => {
      const samples = new Float32Array(2048);
      for (const ear of ears) {
        ear.getFloatTimeDomainData(samples);
        window.heard.loudest = Math.max(window.heard.loudest, ...samples);
      }
      window.heard.states = ears.map(({ context }) => context.state);
    }, 20);
  });
  return () => page.evaluate(() => window.heard);
}
