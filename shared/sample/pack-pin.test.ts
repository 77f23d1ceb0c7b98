import { expect, it } from 'vitest';
import { packPin } from './pack-pin.ts';
import { unpackPin } from './unpack-pin.ts';

it('a PIN comes out of its sample as it went in', () => {
  expect(unpackPin(packPin('012345'))).toBe('012345');
});

it.each(['12345', '1234567', '12345a', '１２３４５６', ''])('%j is none, packed or as it comes', (pin) => {
  expect(() => packPin(pin)).toThrow(RangeError);
  expect(() => unpackPin(new TextEncoder().encode(pin))).toThrow(RangeError);
});
