import * as limits from '../../shared/limits.ts';
import {
  asText,
  type FiledKey,
  makeResultKey,
  readSigningKeys,
  replaceSecret,
  signingFile,
} from './key-files.ts';

/** The file changes on its way to every machine, and processes are started anew one by one: so much later than could be. */
const margin = 60 * 60 * 1000;

/** What systemd hands to the service of scripts/deploy is a copy, made at its start. */
const underUnit = 'Under systemd: systemctl restart liangzheng-bff.';

const since = ({ signsFrom }: FiledKey) => (signsFrom === undefined ? 0 : Date.parse(signsFrom));

/**
 * Adds a key of result tokens that signs once every relying party has had a day to learn it, and leaves out those whose last result can be
 * read no more. `urgent`: the old ones leaked, the new one signs at once and alone.
 * @returns what to do next
 * @throws Error in a sentence where a key waits for its day already
 */
export function rotateResultKey(folder: string, now: number, { urgent }: { urgent: boolean }): string {
  const keys = readSigningKeys(folder);
  const added = makeResultKey(now);
  const file = signingFile(folder);
  if (urgent) {
    replaceSecret(file, asText({ ...keys, resultKeys: [{ ...added, urgent: true }] }));
    return `${file} has ${added.kid} alone, which signs as soon as a process has taken it up.

  1. Start every process anew, now; a SIGHUP will do where it reads this very file. ${underUnit}
  2. Tell the relying parties: what ${keys.resultKeys.map(({ kid }) => kid).join(', ')} signed proves nothing any more; results
     of the last day can be read again and are signed anew. Libraries that keep keys for hours must be made to fetch them.
`;
  }
  const waiting = keys.resultKeys.find((key) => since(key) > now);
  if (waiting !== undefined)
    throw new Error(`${waiting.kid} signs from ${waiting.signsFrom} on: nothing to rotate until then.`);
  const signsFrom = momentAfter(now + limits.resultKeyLead + margin);
  const kept = keys.resultKeys.filter((key) => isNeeded(key, keys.resultKeys, now));
  const left = keys.resultKeys.filter((key) => !kept.includes(key)).map(({ kid }) => kid);
  replaceSecret(file, asText({ ...keys, resultKeys: [...kept, { ...added, signsFrom }] }));
  return `${file} has ${added.kid} too, which signs from ${signsFrom} on by itself.${
    left.length === 0
      ? ''
      : `\nLeft out, as nothing that they signed can be read any more: ${left.join(', ')}.`
  }

  1. Start every process anew, within the hour; a SIGHUP will do where it reads this very file. ${underUnit}
     From then on the key is published at /.well-known/jwks.json.
  2. Nothing else. Rotate again in a year or so; the old key is left out then.
`;
}

/** Whether results that it signed may still be read: none that was followed by another for longer than results are kept. */
function isNeeded(key: FiledKey, all: readonly FiledKey[], now: number): boolean {
  const successors = all.map(since).filter((at) => at > since(key));
  return successors.length === 0 || Math.min(...successors) + limits.resultRetention + margin > now;
}

/** To the full minute, as the file has it. */
function momentAfter(at: number): string {
  return new Date(Math.ceil(at / 60_000) * 60_000).toISOString().replace('.000Z', 'Z');
}
