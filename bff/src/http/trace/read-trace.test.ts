import { describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { readTrace } from './read-trace.ts';

const random = (length: number) => new Uint8Array(length).fill(7);
const read = (traceparent?: string, tracestate?: string) =>
  readTrace({ headers: { ...(traceparent && { traceparent }), ...(tracestate && { tracestate }) } }, random);
const id = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';
const fresh = { traceId: '07'.repeat(16), spanId: '07'.repeat(8), flags: '02', state: undefined };

describe('the trace of a request', () => {
  it('goes on where it came with one, under a span of our own', () => {
    expect(read(`00-${id}-${parent}-01`)).toEqual({ ...fresh, traceId: id, flags: '01' });
  });

  it('goes on from a later version, of which the known part is read', () => {
    expect(read(`cc-${id}-${parent}-01`).traceId).toBe(id);
    expect(read(`cc-${id}-${parent}-01-what-will-be`).traceId).toBe(id);
  });

  it('keeps the two flags that have a meaning, and no other', () => {
    expect(read(`00-${id}-${parent}-ff`).flags).toBe('03');
    expect(read(`00-${id}-${parent}-00`).flags).toBe('00');
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['capitals', `00-${id.toUpperCase()}-${parent}-01`],
    ['the trace of zeros', `00-${'0'.repeat(32)}-${parent}-01`],
    ['the span of zeros', `00-${id}-${'0'.repeat(16)}-01`],
    ['version ff', `ff-${id}-${parent}-01`],
    ['more than version 00 has', `00-${id}-${parent}-01-more`],
    ['a digit too many', `00-${id}0-${parent}-01`],
    ['no flags', `00-${id}-${parent}`],
    ['two of them', `00-${id}-${parent}-01, 00-${id}-${parent}-01`],
    ['a later version with no dash behind its flags', `cc-${id}-${parent}-01.more`],
    ['blanks', ` 00-${id}-${parent}-01 `],
  ])('begins anew with %s, and without the state of the old one', (_what, traceparent) => {
    expect(read(traceparent, 'congo=t61rcWkgMzE')).toEqual(fresh);
  });

  it('hands on what others added, in their order', () => {
    const state = (text: string) => read(`00-${id}-${parent}-01`, text).state;
    expect(state('rojo=00f067aa0ba902b7, congo=t61rcWkgMzE')).toBe('rojo=00f067aa0ba902b7,congo=t61rcWkgMzE');
    expect(state('fw529a3039@dt=FfAgAABBAA,,')).toBe('fw529a3039@dt=FfAgAABBAA');
    expect(state('Rojo=1')).toBeUndefined();
    expect(state('rojo=1,congo')).toBeUndefined();
    expect(state('rojo=ä')).toBeUndefined();
  });

  it('hands on whole members, no more than fit', () => {
    const state = (text: string) => read(`00-${id}-${parent}-01`, text).state ?? '';
    const long = Array.from({ length: 40 }, (_, n) => `a${n}=${'x'.repeat(30)}`);
    const kept = state(long.join(',')).split(',');
    expect(kept).toEqual(long.slice(0, kept.length));
    expect(kept.join(',').length).toBeLessThanOrEqual(limits.traceState);
    expect(kept.length).toBeGreaterThan(10);
    expect(state(Array.from({ length: 40 }, (_, n) => `a${n}=1`).join(',')).split(',')).toHaveLength(32);
  });
});
