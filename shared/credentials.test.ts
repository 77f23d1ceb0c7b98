import { describe, expect, it } from 'vitest';
import {
  type CredentialMove,
  credentialMoves,
  credentialStates,
  landing,
  mayBeShown,
  mayMove,
  possessionMoves,
  protectActs,
  strongerState,
} from './credentials.ts';

const moves = Object.keys(credentialMoves).filter((name): name is CredentialMove => name in credentialMoves);

describe('the moves of a credential', () => {
  it('lead nowhere from void', () => {
    for (const move of moves) expect(mayMove('void', move)).toBe(false);
  });

  it('never make by possession alone what was not usable usable again', () => {
    for (const move of possessionMoves) {
      const { from, needs } = credentialMoves[move];
      expect(needs).toBe('possession');
      for (const state of from) {
        const to = landing(state, move, false);
        expect(strongerState(state, to)).toBe(to);
      }
    }
  });

  it('ask for the level wherever a holder weakens something', () => {
    for (const move of moves) {
      const { from, by, needs } = credentialMoves[move];
      const weakens = from.some((state) => {
        const to = landing(state, move, false);
        return to !== state && strongerState(state, to) === state;
      });
      if (by === 'holder' && weakens) expect([move, needs]).toEqual([move, 'level']);
    }
    for (const act of protectActs) expect(credentialMoves[act].needs).toBe('level');
  });

  it('leave what the operator lets go to the face of its holder', () => {
    for (const move of moves)
      if (credentialMoves[move].by === 'operator') expect(mayBeShown(credentialMoves[move].to)).toBe(false);
  });

  it('name a reason for every end, and for nothing else', () => {
    for (const move of moves) {
      const entry: { to: string; reason?: string } = credentialMoves[move];
      expect(entry.reason !== undefined).toBe(entry.to === 'void');
    }
  });
});

it('a card stays reported lost behind what cannot be shown, until its report ends', () => {
  for (const state of credentialMoves['report-card'].from)
    expect(landing(state, 'report-card', false)).toBe(state === 'active' ? 'card-reported-lost' : state);
  expect(landing('frozen', 'unfreeze', true)).toBe('card-reported-lost');
  expect(landing('frozen', 'unfreeze', false)).toBe('active');
  expect(landing('card-reported-lost', 'withdraw-card-report', true)).toBe('active');
  expect(landing('card-reported-lost', 'end-card-report', true)).toBe('active');
});

it('of two states the one counts in which less can be done, whoever has it', () => {
  for (const one of credentialStates)
    for (const other of credentialStates) expect(strongerState(one, other)).toBe(strongerState(other, one));
  expect(strongerState('active', 'frozen')).toBe('frozen');
});
