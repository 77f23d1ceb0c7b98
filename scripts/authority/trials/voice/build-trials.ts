import { resample } from '../../engines/voice/resample.ts';
import { medianPitch } from '../../engines/voice/template.ts';
import { seededNoise } from '../seeded-random.ts';
import { join, mix, stretch, throughMicrophone, throughRoom, throughTelephone } from './distort.ts';
import type { Phrase, Voice } from './load-voices.ts';

/** One recording offered for a challenge; `genuine` ones must pass, attacks must not, what is read otherwise must not fail. */
export interface Trial {
  kind: string;
  genuine: boolean;
  prompt: string;
  samples: Float64Array;
}

const gap = 0.12;

function pitchOf({ reference }: Voice): number {
  const pitches = reference.templates.map(medianPitch).filter((hertz) => hertz > 0);
  return pitches.sort((a, b) => a - b)[pitches.length >> 1] ?? 1;
}

/** Six digits that both banks know, and their recordings, chosen by a seeded draw. */
function compose(
  banks: readonly Map<number, Float64Array[]>[],
  seed: number,
): { prompt: string; pieces: Float64Array[] } {
  const next = seededNoise(seed);
  const known = [...(banks[0]?.keys() ?? [])].filter((digit) => banks.every((bank) => bank.has(digit)));
  const pick = <T>(list: readonly T[]): T | undefined =>
    list[Math.floor(Math.abs(next()) * 0.999999 * list.length)];
  const digits = Array.from({ length: 6 }, () => pick(known) ?? 0);
  const pieces = digits.map(
    (digit, i) => pick(banks[i % banks.length]?.get(digit) ?? []) ?? new Float64Array(0),
  );
  return { prompt: digits.join(''), pieces };
}

function genuineTrials(voice: Voice, seed: number): Trial[] {
  const own = voice.phrases.filter(({ prompt, spoken }) => prompt === spoken);
  const recorded = own.flatMap(({ prompt, samples }, i): Trial[] => [
    { kind: 'genuine', genuine: true, prompt, samples },
    {
      kind: 'genuine, quieter',
      genuine: true,
      prompt,
      samples: throughMicrophone(samples, 0.6, 0.001, seed + i),
    },
    {
      kind: 'genuine, louder',
      genuine: true,
      prompt,
      samples: throughMicrophone(samples, 1.4, 0.002, seed + i),
    },
  ]);
  const composed = [1, 2, 3, 4].map((n): Trial => {
    const { prompt, pieces } = compose([voice.laterBank], seed + n);
    return {
      kind: 'genuine, composed',
      genuine: true,
      prompt,
      samples: throughMicrophone(join(pieces, gap), 0.9, 0.001, n),
    };
  });
  return [...recorded, ...composed];
}

/** What the holder said, a digit of it read as it was not enrolled: alone, and by an impostor who hopes for it. */
function otherReadingTrials(voice: Voice, others: readonly Voice[]): Trial[] {
  const trial =
    (kind: string) =>
    ({ prompt, samples }: Phrase): Trial => ({
      ...{ kind, genuine: false, prompt, samples },
    });
  return [
    ...voice.readOtherwise.map(trial('read otherwise')),
    ...others.flatMap((other) => other.readOtherwise.map(trial('impostor, read otherwise'))),
  ];
}

/** What the holder said, offered for other digits. */
function contentTrials(voice: Voice): Trial[] {
  return voice.phrases.flatMap(({ prompt, spoken, samples }, i): Trial[] => {
    if (prompt !== spoken) return [{ kind: 'wrong digits', genuine: false, prompt, samples }];
    const at = i % spoken.length;
    const changed = (Number(spoken[at]) + 1 + (i % 9)) % 10;
    const one = spoken.slice(0, at) + String(changed) + spoken.slice(at + 1);
    const swapped = spoken.slice(1) + (spoken[0] ?? '');
    const trials: Trial[] = [
      { kind: 'one digit wrong', genuine: false, prompt: one, samples },
      { kind: 'digit missing', genuine: false, prompt: one.slice(0, at + 1) + spoken.slice(at), samples },
      { kind: 'digit added', genuine: false, prompt: spoken.slice(0, at) + spoken.slice(at + 1), samples },
    ];
    return swapped === spoken
      ? trials
      : [...trials, { kind: 'other order', genuine: false, prompt: swapped, samples }];
  });
}

/** Copies: cut from the enrolment, or phrases of the holder played through something. */
function replayTrials(voice: Voice, seed: number): Trial[] {
  const spliced = [1, 2].flatMap((n): Trial[] => {
    const { prompt, pieces } = compose([voice.enrolmentBank], seed + n);
    const samples = throughMicrophone(join(pieces, gap), 0.85, 0.001, n);
    const half = compose([voice.enrolmentBank, voice.laterBank], seed + n);
    const trial = (kind: string, sound: Float64Array): Trial => ({
      kind,
      genuine: false,
      prompt,
      samples: sound,
    });
    return [
      trial('splice', samples),
      { kind: 'splice, half', genuine: false, prompt: half.prompt, samples: join(half.pieces, gap) },
      trial('splice, faster', stretch(samples, 0.9)),
      trial('splice, slower', stretch(samples, 1.12)),
      trial('splice, shifted', resample(samples, 16_000, 15_400)),
      trial('splice, room', throughRoom(samples, 0.4, 0.35, n)),
      trial('splice, telephone', throughTelephone(samples)),
    ];
  });
  const played = voice.phrases
    .filter(({ prompt, spoken }) => prompt === spoken)
    .slice(0, 3)
    .flatMap(({ prompt, samples }, i): Trial[] => [
      { kind: 'telephone', genuine: false, prompt, samples: throughTelephone(samples) },
      {
        kind: 'loudspeaker',
        genuine: false,
        prompt,
        samples: throughRoom(throughTelephone(samples), 0.4, 0.4, i),
      },
      { kind: 'noise over it', genuine: false, prompt, samples: throughMicrophone(samples, 1, 0.06, i) },
    ]);
  return [...spliced, ...played];
}

/** Other voices, alone, raised to the holder's pitch, or taking turns with the holder. */
function otherVoiceTrials(voice: Voice, other: Voice, seed: number): Trial[] {
  const ratio = pitchOf(voice) / pitchOf(other);
  const theirs = other.phrases.filter(({ prompt, spoken }) => prompt === spoken).slice(0, 3);
  const spoken = theirs.flatMap(({ prompt, samples }): Trial[] => [
    { kind: 'impostor', genuine: false, prompt, samples },
    { kind: 'impostor, shifted', genuine: false, prompt, samples: resample(samples, 16_000, 16_000 / ratio) },
  ]);
  const turns = (kind: string, banks: Voice[], n: number): Trial => {
    const { prompt, pieces } = compose(
      banks.map(({ laterBank }) => laterBank),
      seed + n,
    );
    return { kind, genuine: false, prompt, samples: join(pieces, gap) };
  };
  const babble = voice.phrases[0];
  const loud = theirs[0]?.samples ?? new Float64Array(1);
  return [
    ...spoken,
    turns('every other digit foreign', [voice, other], 1),
    turns('last third foreign', [voice, voice, voice, voice, other, other], 2),
    turns('one digit foreign', [voice, voice, voice, other, voice, voice], 3),
    ...(babble
      ? [
          {
            kind: 'babble over it',
            genuine: false,
            prompt: babble.prompt,
            samples: mix(babble.samples, loud, 0.5),
          },
        ]
      : []),
  ];
}

/** Every trial against one citizen: genuine ones and the attacks, built from the citizens' own recordings. */
export function buildTrials(voice: Voice, others: readonly Voice[], seed: number): Trial[] {
  const hiss = seededNoise(seed);
  const noise = Float64Array.from({ length: 40_000 }, () => 0.2 * hiss());
  return [
    ...genuineTrials(voice, seed),
    ...contentTrials(voice),
    ...otherReadingTrials(voice, others),
    ...replayTrials(voice, seed),
    ...others.flatMap((other, i) => otherVoiceTrials(voice, other, seed + 10 * i)),
    { kind: 'noise', genuine: false, prompt: '123456', samples: noise },
    { kind: 'silence', genuine: false, prompt: '123456', samples: new Float64Array(40_000) },
  ];
}
