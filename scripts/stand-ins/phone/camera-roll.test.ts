import { describe, expect, it } from 'vitest';
import { rollOfAttack } from './camera-roll.ts';

describe('a list of frames held up by an attacker', () => {
  it('answers each prompt by the file whose name ends in its pose', () => {
    const files = [
      'print-front.jpg',
      'print-left.jpg',
      'print-right.jpg',
      'print-nod.jpg',
      'print-mouth.jpg',
    ];
    const roll = rollOfAttack(files);
    expect(roll.neutral).toEqual(['print-front.jpg']);
    expect(roll.prompted).toEqual({
      'turn-left': ['print-left.jpg'],
      'turn-right': ['print-right.jpg'],
      nod: ['print-nod.jpg'],
      'open-mouth': ['print-mouth.jpg'],
    });
  });

  it('answers a prompt without a file by the front', () => {
    expect(rollOfAttack(['a-front.jpg', 'a-left.jpg']).prompted.nod).toEqual(['a-front.jpg']);
    expect(rollOfAttack(['still.jpg', 'a-left.jpg']).prompted.nod).toEqual(['still.jpg']);
  });

  it('plays all files of one pose', () => {
    expect(rollOfAttack(['m1-left.jpg', 'm2-left.jpg', 'm-front.jpg']).prompted['turn-left']).toEqual([
      'm1-left.jpg',
      'm2-left.jpg',
    ]);
  });

  it('plays a list without poses in a circle, whatever is asked for', () => {
    const files = ['static-1.jpg', 'static-1.jpg', 'static-2.jpg'];
    const roll = rollOfAttack(files);
    expect(roll.neutral).toEqual(files);
    expect(roll.prompted['turn-right']).toEqual(files);
  });

  it('shows what there is where no front is', () => {
    const roll = rollOfAttack(['x-left.jpg', 'x-right.jpg']);
    expect(roll.neutral).toEqual(['x-left.jpg', 'x-right.jpg']);
    expect(roll.prompted['open-mouth']).toEqual(['x-left.jpg']);
  });
});
