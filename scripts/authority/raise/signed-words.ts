import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { parseJson } from '../../../shared/sample/manifest.ts';
import { SignedWords } from '../store/case-table.ts';

/** What officers have signed of a challenge, as it is held beside the samples until the verdict. */
export function holdWords(words: Static<typeof SignedWords>): Uint8Array {
  return encodeUtf8(JSON.stringify(words));
}

/** None where nothing was held. */
export function heldWords(bytes: Uint8Array | undefined): Static<typeof SignedWords> {
  return bytes === undefined ? [] : Value.Parse(SignedWords, parseJson(bytes));
}
