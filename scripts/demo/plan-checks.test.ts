import { describe, expect, it } from 'vitest';
import type { Person } from '../stand-ins/phone/read-people.ts';
import { planChecks } from './plan-checks.ts';

function person(id: string, phrases: Person['voice']['phrases']): Person {
  const pose = (name: string): [string, string] => [name, `${id}/act-${name}.jpg`];
  return {
    ...{ id, name: 'x', idNumber: 'x', idPhoto: 'x' },
    face: {
      verification: [`${id}/verify.jpg`],
      actions: new Map([pose('left'), pose('right'), pose('nod'), pose('mouth')]),
    },
    voice: { enrolment: `${id}/enrol.wav`, segments: [], phrases },
  };
}

const phrases = [
  { file: 'v1.wav', prompt: '111111', spoken: '111111', match: true },
  { file: 'w1.wav', prompt: '222222', spoken: '333333', match: false },
];
const ann = person('ann', phrases);
const bob = person('bob', [{ file: 'b1.wav', prompt: '444444', spoken: '444444', match: true }]);

describe('the plan of the demo', () => {
  it('plays every case, and every attack that the folder brings', () => {
    const attacks = {
      frames: [{ name: 'mask', files: ['mask-front.jpg'] }],
      voices: [{ kind: 'clone', file: 'clone.wav', prompt: '555555' }],
    };
    expect(planChecks(ann, bob, attacks).map(({ name, expected }) => `${name} ${expected}`)).toEqual([
      'genuine-hotel pass',
      'genuine-late pass',
      'other-face fail',
      'other-voice fail',
      'wrong-digits fail',
      'strict-scene refused',
      'attack-mask fail',
      'attack-voice-clone fail',
    ]);
  });

  it('lends the face, or the voice, of the other citizen and nothing more', () => {
    const checks = new Map(
      planChecks(ann, bob, { frames: [], voices: [] }).map((check) => [check.name, check]),
    );
    const face = (name: string) => checks.get(name)?.seen.roll?.neutral[0];
    expect(face('genuine-hotel')).toBe('ann/verify.jpg');
    expect(face('other-face')).toBe('bob/verify.jpg');
    expect(face('other-voice')).toBe('ann/verify.jpg');
    expect(checks.get('other-face')?.digits()).toBe('111111');
    expect(checks.get('other-voice')?.digits()).toBe('444444');
  });

  it('asks for the prompts of the recordings in which other digits are heard', () => {
    const wrong = planChecks(ann, bob, { frames: [], voices: [] }).find(
      ({ name }) => name === 'wrong-digits',
    );
    expect([wrong?.digits(), wrong?.digits()]).toEqual(['222222', '222222']);
  });

  it('never plays a phrase twice: after the last one the authority asks for digits of its own', () => {
    const checks = planChecks(ann, bob, { frames: [{ name: 'mask', files: ['mask.jpg'] }], voices: [] });
    const asked = ['genuine-hotel', 'other-face', 'attack-mask'].map((name) =>
      checks.find((check) => check.name === name)?.digits(),
    );
    expect(asked).toEqual(['111111', undefined, undefined]);
  });
});
