import { consentVersion, type WordsShown } from '../consent/consent-forms.ts';
import { type KinDocument, kinDocuments, type Relation, relations } from '../family.ts';
import type { Scene } from '../scenes.ts';
import { sceneNames } from '../scenes.ts';
import { type Card, readCard } from './card.ts';
import { readMembers } from './manifest.ts';

/** A ward as an officer brings one: by which document, who that is to the guardian, and what the guardian may use. */
export interface Kin {
  /** As on the document; of one without an ID card there is no validity, and it says `long-term`. */
  ward: Card;
  document: KinDocument;
  /** Of the household register or birth certificate; empty where it is a card. */
  documentNumber: string;
  relation: Relation;
  scenes: Scene[];
  /** The words in which a ward of 16 or more was asked alone, and agreed; `false` where nobody was asked. */
  consents: WordsShown | false;
}

/** @throws RangeError where a sample may not say so */
export function readKin(value: unknown): Kin {
  const kin = readMembers(value, ['ward', 'document', 'documentNumber', 'relation', 'scenes', 'consents']);
  const ward = readCard(kin.get('ward'));
  const document = kinDocuments.find((known) => known === kin.get('document'));
  const relation = relations.find((known) => known === kin.get('relation'));
  const documentNumber = kin.get('documentNumber');
  const consents = kin.get('consents') === false ? false : readShown(kin.get('consents'));
  if (document === undefined || relation === undefined)
    throw new RangeError('kin: no such document or relation');
  if (typeof documentNumber !== 'string' || !/^[A-Z0-9-]{0,30}$/.test(documentNumber))
    throw new RangeError('kin: number out of form');
  if ((document === 'card') !== (documentNumber === ''))
    throw new RangeError('kin: a document without its number');
  if (document !== 'card' && ward.chip !== null) throw new RangeError('kin: a document with a chip');
  return { ward, document, documentNumber, relation, scenes: readScenes(kin.get('scenes')), consents };
}

/** @throws RangeError for words that nobody is asked in */
function readShown(value: unknown): WordsShown {
  const shown = readMembers(value, ['version', 'language']);
  const language = shown.get('language');
  if (shown.get('version') !== consentVersion || (language !== 'zh' && language !== 'en'))
    throw new RangeError('kin: asked in no words of ours');
  return { version: consentVersion, language };
}

function readScenes(value: unknown): Scene[] {
  if (!Array.isArray(value) || value.length === 0) throw new RangeError('kin: no scene');
  const named = sceneNames.filter((scene) => value.includes(scene));
  if (named.length !== value.length) throw new RangeError('kin: no such scene');
  return named;
}
