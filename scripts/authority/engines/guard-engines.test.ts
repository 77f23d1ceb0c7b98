import { expect, it } from 'vitest';
import { outcomeOf } from '../decide/decision.ts';
import type { FaceSample, Template, VoiceQuestion } from '../ports/engines.ts';
import { FINDING_BANDS } from './face/bands.ts';
import { findingOf as faceFindingOf } from './face/face-engine.ts';
import { EngineUnavailable, guardEngines } from './guard-engines.ts';
import { passingEngines, template } from './passing-engines.fixture.ts';
import { failing } from './voice/decide-voice.ts';
import { findingOf as voiceFindingOf } from './voice/voice-engine.ts';

const newer: Template = { ...template(1), version: '2' };
const others: Template = { ...template(1), engine: 'another' };
const sample: FaceSample = { frames: [], prompts: [], references: [template(1)], seen: () => false };
const question: VoiceQuestion = {
  ...{ wav: new Uint8Array(), digits: '123456', reference: template(2), cohort: [] },
  seen: { digests: [], traces: [] },
};
const never = () => new Promise<never>(() => undefined);

it.each([newer, others])('compares no template of another version or engine', async (foreign) => {
  let asked = 0;
  const decide = async () => {
    asked += 1;
    return { findings: [], digests: [], template: null, trace: null };
  };
  const { face, voice } = guardEngines(passingEngines({ face: { decide }, voice: { decide } }), 1_000);
  const found = { findings: ['template-of-another-engine'], digests: [] };
  expect(await face.decide({ ...sample, references: [template(1), foreign] })).toMatchObject(found);
  expect(await voice.decide({ ...question, reference: foreign })).toMatchObject(found);
  expect(asked).toBe(0);
});

it('hands a cohort and traces on without those of another engine', async () => {
  let asked: VoiceQuestion | undefined;
  const engines = passingEngines({
    voice: {
      async decide(given) {
        asked = given;
        return { findings: [], digests: [], trace: null };
      },
    },
  });
  const mixed = [newer, template(5), others];
  const { voice } = guardEngines(engines, 1_000);
  await voice.decide({ ...question, cohort: mixed, seen: { digests: ['d'], traces: mixed } });
  expect(asked?.cohort).toEqual([template(5)]);
  expect(asked?.seen).toEqual({ digests: ['d'], traces: [template(5)] });
});

it('gives up an engine that does not answer in time, and says so where its health is asked for', async () => {
  const silent = { decide: never, readPhoto: never, enrol: never, health: never };
  const { face, voice } = guardEngines(passingEngines({ face: silent, voice: silent }), 20);
  const questions = [
    face.decide(sample),
    face.readPhoto(new Uint8Array()),
    voice.decide(question),
    voice.enrol(new Uint8Array(), '0123456789'),
  ];
  for (const asked of questions) await expect(asked).rejects.toThrow(EngineUnavailable);
  expect(await face.health()).toEqual({ healthy: false, why: 'no answer' });
});

it('calls an engine unhealthy whose health cannot be told', async () => {
  const broken = { health: () => Promise.reject(new TypeError('worker gone')) };
  const { face } = guardEngines(passingEngines({ face: broken }), 20);
  expect(await face.health()).toEqual({ healthy: false, why: 'broke down' });
});

it('takes nothing from an engine that breaks down, forgets what it found or gives a foreign template', async () => {
  const broken = passingEngines({
    face: {
      decide: () => Promise.reject(new TypeError('worker gone')),
      readPhoto: async () => ({ ok: false, findings: [] }),
    },
    voice: {
      enrol: async () => ({ ok: true, template: others }),
      decide: async () => ({ findings: [], digests: [], trace: newer }),
    },
  });
  const { face, voice } = guardEngines(broken, 1_000);
  await expect(face.decide(sample)).rejects.toThrow('broke down');
  await expect(face.readPhoto(new Uint8Array())).rejects.toThrow('found nothing');
  await expect(voice.enrol(new Uint8Array(), '0123456789')).rejects.toThrow('another engine');
  await expect(voice.decide(question)).rejects.toThrow('another engine');
});

it('weighs each finding of our own engines as they do themselves', () => {
  const weighed = Object.entries(faceFindingOf).map(([finding, shared]) => [finding, outcomeOf([shared])]);
  expect(Object.fromEntries(weighed)).toEqual(FINDING_BANDS);
  const failingHere = Object.entries(voiceFindingOf).flatMap(([finding, shared]) =>
    outcomeOf([shared]) === 'fail' ? [finding] : [],
  );
  expect(failingHere.sort()).toEqual([...failing].sort());
});
