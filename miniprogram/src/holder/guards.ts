import * as limits from '../../../shared/limits.ts';

/** Whether an answer has the shape that its type promises. Members that are not named are let through and never read. */
export type Guard<T> = (value: unknown) => value is T;

type Fields = Record<string, Guard<unknown>>;
type Held<F> = F extends Guard<infer T> ? T : never;
type Shape<R extends Fields, O extends Fields> = { [K in keyof R]: Held<R[K]> } & {
  [K in keyof O]?: Held<O[K]>;
};

/** An object with all of `required`, and with `optional` members that fit where they are there. */
export function record<R extends Fields, O extends Fields = Record<never, never>>(
  required: R,
  optional?: O,
): Guard<Shape<R, O>> {
  return (value): value is Shape<R, O> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const members = new Map<string, unknown>(Object.entries(value));
    return (
      Object.entries(required).every(([name, fits]) => members.has(name) && fits(members.get(name))) &&
      Object.entries(optional ?? {}).every(([name, fits]) => !members.has(name) || fits(members.get(name)))
    );
  };
}

export function either<A, B>(one: Guard<A>, other: Guard<B>): Guard<A | B> {
  return (value): value is A | B => one(value) || other(value);
}

/** A text, of that pattern where one is given. */
export function text(pattern?: RegExp): Guard<string> {
  return (value): value is string =>
    typeof value === 'string' && (pattern === undefined || pattern.test(value));
}

/** A whole number from `least` to `most`; without `most`, up to where whole numbers are exact. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Guard<number> {
  return (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** Epoch milliseconds of a moment that a date can be written for. */
export const moment = whole(0, limits.lastMoment);

export function flag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A mark that stands or is absent. */
export function yes(value: unknown): value is true {
  return value === true;
}

/** One of a closed list. */
export function oneOf<const T extends readonly (string | number)[]>(words: T): Guard<T[number]> {
  return (value): value is T[number] => words.some((word) => word === value);
}

/** An array of `least` to `most` members that all fit. */
export function list<T>(fits: Guard<T>, least = 0, most = 64): Guard<T[]> {
  return (value): value is T[] =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(fits);
}
