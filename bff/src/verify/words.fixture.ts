import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { WordPolicy } from '../../../shared/counter-word.ts';
import { takeVerdict } from '../attempt/07-verdict.ts';
import { hotel } from '../ports/ports.fixture.ts';
import { wordOf } from '../session/awaits-word.ts';
import { load } from '../session/load.ts';
import { giveWord } from './08-word.ts';
import type { World } from './checks.fixture.ts';

/** What a clerk and a guest do with the counter word, at a hotel that chose `always` unless told otherwise. */
export function playWords(world: World) {
  const demand = (policy: WordPolicy) => {
    world.ports.registry.rp = async (id) => ({ id, scenes: ['hotel'], counterWord: { hotel: policy } });
  };
  demand('always');

  /** The digits as they are stored, whether or not the phone is shown them yet. */
  async function digitsOf(sessionId: string): Promise<string> {
    const session = await load(world.ports, sessionId);
    const word = session && wordOf(session);
    if (word === undefined || word.stage === 'taken') throw new Error('no word is missing');
    return word.digits;
  }

  const type = (sessionId: string, word: string, caller = hotel) =>
    giveWord(world.ports, caller, sessionId, word);

  /** So many digits that are not the word. */
  async function wrongFor(sessionId: string, count = 2): Promise<string[]> {
    const right = await digitsOf(sessionId);
    return ['111', '222', '333', '444'].filter((word) => word !== right).slice(0, count);
  }

  return {
    demand,
    digitsOf,
    type,
    wrongFor,
    typeRight: async (sessionId: string) => type(sessionId, await digitsOf(sessionId)),
    async typeWrong(sessionId: string) {
      for (const word of await wrongFor(sessionId)) await type(sessionId, word);
    },
    /** The verdict comes. */
    async decide(sessionId: string, outcome: VerdictClaims['outcome'], hints: VerdictClaims['hints'] = []) {
      const session = await load(world.ports, sessionId);
      if (session?.state !== 'deciding') throw new Error('not deciding');
      world.told.verdict = { outcome, hints };
      const verdict = await world.ports.authority.readVerdict(session.attempt.challengeId, 0);
      world.told.verdict = undefined;
      if (verdict === undefined) throw new Error('no verdict');
      return takeVerdict(world.ports, session, verdict);
    },
  };
}
