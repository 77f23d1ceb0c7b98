/** Notes in hertz, each of a quarter of a second: two upwards for a pass, one low for a fail. */
const tones = { pass: [660, 880], fail: [220] } as const;
const noteSeconds = 0.25;
const loudness = 0.2;

let context: AudioContext | undefined;

/**
 * Plays the tone of a verdict, for those who do not look. Browsers allow it once somebody has pressed something in the page; before that,
 * and where there is no loudspeaker, nothing is heard: colour, symbol and word say the same.
 */
export function playTone(outcome: keyof typeof tones): void {
  context ??= new AudioContext();
  void context.resume();
  const gain = new GainNode(context, { gain: 0 });
  gain.connect(context.destination);
  for (const [place, frequency] of tones[outcome].entries()) {
    const from = context.currentTime + place * noteSeconds;
    const note = new OscillatorNode(context, { frequency, type: 'triangle' });
    note.connect(gain);
    gain.gain.setValueAtTime(loudness, from);
    // It dies away: a note that is cut off clicks.
    gain.gain.linearRampToValueAtTime(0, from + noteSeconds);
    note.start(from);
    note.stop(from + noteSeconds);
  }
}
