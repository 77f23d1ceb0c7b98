import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ToldMove, toldMoves } from '../../../shared/contract/authority/move-credential.ts';
import {
  type CredentialState,
  credentialStates,
  mayMove,
  strongerState,
} from '../../../shared/credentials.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { random } from '../authority.fixture.ts';
import { template } from '../engines/passing-engines.fixture.ts';
import type { Store } from '../ports/store.ts';
import { openStore } from '../store/open-store.ts';
import { credentialNow, newCredential, settleCredentials } from './credential-standing.ts';
import { takeToldMove } from './take-told-move.ts';

let store: Store;
let at: number;
const ports = () => ({ store, now: () => at });
const tell = (handle: string, move: ToldMove) => takeToldMove(ports(), handle, { move, at });

beforeEach(() => {
  store = openStore(':memory:');
  at = 1_800_000_000_000;
  return () => store.close();
});

function issue(state: CredentialState = 'active', person = 'p'): string {
  const handle = newId('crd', random);
  const about = {
    hasVoice: true,
    face: template(1),
    voice: template(2),
    device: 'd',
    level: 'strict' as const,
  };
  store.credentials.issue({ ...newCredential, ...about, handle, person, since: at });
  const credential = store.credentials.find(handle);
  if (credential !== undefined && state !== 'active')
    store.credentials.put({
      ...credential,
      state,
      ...(state === 'card-reported-lost' && { cardReportEnds: at + 1000 }),
      ...(state === 'suspended' && { suspendedBy: 'authority' }),
      ...(state === 'unusable' && { movable: { from: at, until: at + 1000 } }),
    });
  return handle;
}

describe('what a BFF tells of a credential', () => {
  it('never makes it weaker than it was, whatever is told in whichever state', () => {
    for (const state of credentialStates)
      for (const move of toldMoves) {
        const handle = issue(state, `${state} ${move}`);
        tell(handle, move);
        const after = credentialNow(ports(), handle)?.state ?? 'void';
        expect([state, move, strongerState(after, state)]).toEqual([state, move, after]);
        if (move === 'erase') expect([state, after]).toEqual([state, 'void']);
        else if (move === 'withdraw-voice') expect([state, after]).toEqual([state, state]);
        else {
          const named = move === 'take-over-unsecured' ? 'take-over' : move;
          if (!mayMove(state, named)) expect([state, move, after]).toEqual([state, move, state]);
        }
      }
  });

  it('lets go of what a dispute suspended, to be unfrozen by its holder, and never of what this authority suspended', () => {
    const handle = issue();
    tell(handle, 'dispute');
    tell(handle, 'release');
    expect(credentialNow(ports(), handle)?.state).toBe('frozen');
    const own = issue('suspended', 'other');
    tell(own, 'release');
    expect(credentialNow(ports(), own)?.state).toBe('suspended');
  });

  it('counts from no moment that is still to come', () => {
    const handle = issue();
    takeToldMove(ports(), handle, { move: 'take-over', at: at + 1_000_000 });
    const until = at + limits.movableFor;
    expect(credentialNow(ports(), handle)).toMatchObject({ state: 'unusable', movable: { from: at, until } });
  });

  it('is over by the clock, and written down with its templates gone, at the cost of what is due', () => {
    const handle = issue();
    tell(handle, 'take-over');
    at += limits.movableFor;
    expect(credentialNow(ports(), handle)).toMatchObject({ state: 'void', reason: 'superseded' });
    expect(store.credentials.due(at, 9)).toHaveLength(1);
    settleCredentials(ports());
    expect(store.credentials.find(handle)).toMatchObject({
      state: 'void',
      face: undefined,
      voice: undefined,
    });
    expect(store.credentials.due(at, 9)).toEqual([]);
  });
});

it('a data folder of an earlier version opens: what was live is active, all else was superseded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lz-store-'));
  const file = join(folder, 'authority.db');
  const before = new DatabaseSync(file);
  before.exec(`create table credentials (handle text primary key, person text not null, level text not null, status text not null,
      since integer not null, has_voice integer not null, face_reference text, voice_reference text);
    create index credentials_by_person on credentials (person, status)`);
  const insert = before.prepare('insert into credentials values (?, ?, ?, ?, ?, 0, null, null)');
  const [live, old] = [newId('crd', random), newId('crd', random)];
  insert.run(live, 'p', 'strict', 'live', 1);
  insert.run(old, 'p', 'basic', 'void', 0);
  before.close();
  for (let round = 0; round < 2; round++) {
    const opened = openStore(file);
    expect(opened.credentials.find(live)).toMatchObject({
      state: 'active',
      level: 'strict',
      reason: undefined,
    });
    expect(opened.credentials.find(old)).toMatchObject({ state: 'void', reason: 'superseded' });
    opened.close();
  }
  rmSync(folder, { recursive: true });
});
