import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Value } from 'typebox/value';
import { openSqlite } from '../../bff/src/adapters/sqlite/open-sqlite.ts';
import { openAudit } from '../../bff/src/audit/open-audit.ts';
import { inviteFirst } from '../../bff/src/operator/invite-first.ts';
import { inviteOperatorCall } from '../../shared/contract/operator/operators.ts';
import { OperatorName } from '../../shared/contract/operator/sign-in.ts';
import { errorTexts } from '../../shared/error-texts.ts';
import { Problem } from '../../shared/problem.ts';
import { askOperator } from '../program/ask-operator.ts';
import { readOperatorToken } from '../program/operator-token.ts';
import type { Place, Say } from './place.ts';

const migrations = fileURLToPath(new URL('../../bff/migrations', import.meta.url));

/**
 * Prints a link, once, and writes it nowhere. With a token of an operator's the BFF makes it; without one this command does, on the
 * server itself, before there is any operator.
 * @throws Error in a sentence
 */
export async function inviteByCommand(place: Place, name: string, say: Say): Promise<void> {
  if (!Value.Check(OperatorName, name)) throw new Error('A name has 1 to 60 characters, on one line.');
  const { bffUrl } = place;
  const known = readOperatorToken(place.data, bffUrl === undefined ? {} : { bffUrl });
  const { link, expiresAt } =
    known === undefined
      ? await inviteOffline(name)
      : await askOperator(known, inviteOperatorCall, { body: { name } });
  say(`\nFor ${name} alone, good once, until ${new Date(expiresAt).toLocaleTimeString()}:\n\n  ${link}\n`);
}

async function inviteOffline(name: string): Promise<{ link: string; expiresAt: number }> {
  const { LZ_DATABASE: file, LZ_PUBLIC_URL: publicUrl } = process.env;
  if (file === undefined || publicUrl === undefined || !URL.canParse(publicUrl))
    throw new Error(
      'An operator invites in the console. For the very first operator, run this on the server with LZ_DATABASE and LZ_PUBLIC_URL as its BFF has them.',
    );
  if (!existsSync(file)) throw new Error(`There is no database ${file}: start the BFF once.`);
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const now = () => Date.now();
  const db = await openSqlite(file, { migrations });
  try {
    const chain = await openAudit({ db, now, random });
    try {
      return await inviteFirst({ now, random, audited: chain.audited }, { name, publicUrl });
    } catch (fault) {
      throw fault instanceof Problem ? new Error(errorTexts[fault.code].en, { cause: fault }) : fault;
    } finally {
      await chain.audit({ event: 'process-stopped', by: 'operator' });
      await chain.flush();
    }
  } finally {
    await db.close();
  }
}
