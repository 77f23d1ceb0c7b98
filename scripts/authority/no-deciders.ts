import type { Deciders } from './deciders.ts';

/** No engines at all: the authority then decides by `stub-decision` only, and every other decision is a fault of ours. */
export function noDeciders(): Deciders {
  const missing = async (): Promise<never> => {
    throw new TypeError('this authority was started without engines');
  };
  return {
    readPhoto: missing,
    decideFace: missing,
    enrolVoice: missing,
    decideVoice: missing,
    close: async () => undefined,
  };
}
