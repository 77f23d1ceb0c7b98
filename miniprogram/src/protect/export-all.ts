import { ceremonyNames } from '../../../shared/ceremonies.ts';
import { facePlatforms } from '../../../shared/challenge.ts';
import { consentForms, consentSubjects } from '../../../shared/consent/consent-forms.ts';
import type { ExportClaims } from '../../../shared/contract/authority/export.ts';
import type { ExportAnswer, NoExport, OwnData } from '../../../shared/contract/protect/export.ts';
import { credentialStates, voidReasons } from '../../../shared/credentials.ts';
import { delegationStates, relations, wardForms } from '../../../shared/family.ts';
import { idPattern } from '../../../shared/ids.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import { levels } from '../../../shared/levels.ts';
import * as limits from '../../../shared/limits.ts';
import { openReceipt } from '../../../shared/receipt/open-receipt.ts';
import { exportBox } from '../../../shared/receipt/receipt-box.ts';
import { sceneNames } from '../../../shared/scenes.ts';
import { sessionStates } from '../../../shared/sessions.ts';
import { isOwnDelegation } from '../family/answers.ts';
import { isNotice, isOwnCredential } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import { checkKeyList, untrusted } from '../holder/check-key-list.ts';
import { either, flag, type Guard, list, moment, oneOf, record, text, whole } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';
import { noteKeyList } from '../holder/newest-key-list.ts';
import { judgingTime } from '../holder/server-time.ts';
import { isConsentReceipt } from './consents.ts';

const thumbprint = text(/^[A-Za-z0-9_-]{43}$/);
const day = text(/^\d{4}-\d{2}-\d{2}$/);
/** More than quotas let come together. */
const most = 10_000;

const isOwnData: Guard<OwnData> = record({
  account: record(
    { since: moment, device: thumbprint, secureKeys: list(text()), reminded: flag },
    { platform: oneOf(facePlatforms), securedBy: text() },
  ),
  credential: isOwnCredential,
  consents: list(isConsentReceipt, 0, limits.consentsListed),
  notices: list(isNotice, 0, most),
  takeovers: list(record({ device: thumbprint, at: moment, until: moment, disputed: flag }), 0, most),
  disputes: list(
    record({ disputeId: text(new RegExp(idPattern.dsp)), kind: oneOf(['takeover', 'check']), day: text() }),
  ),
  sessions: list(
    record({
      sessionId: text(new RegExp(idPattern.ses)),
      ceremony: text(),
      state: oneOf(sessionStates),
      openedAt: moment,
    }),
    0,
    most,
  ),
  family: list(isOwnDelegation),
  arrivals: list(record({ sessionId: text(new RegExp(idPattern.ses)), until: moment }), 0, most),
  meetings: list(
    record({
      ...{ meetingId: text(new RegExp(idPattern.mtg)), as: oneOf(['opener', 'joiner']) },
      ...{ openedAt: moment, until: moment },
    }),
    0,
    most,
  ),
  declines: list(record({ until: moment }), 0, most),
  wardCodes: list(record({ delegationId: text(new RegExp(idPattern.del)), until: moment })),
  quotas: list(record({ quota: text(), until: moment })),
});

const isExportAnswer: Guard<ExportAnswer> = record({
  own: isOwnData,
  authority: either(
    record({ held: oneOf(['sealed']), sealed: text(/^[A-Za-z0-9_-]+$/), keyList: text() }),
    record({ held: oneOf(['nothing-more', 'not-this-phone']), kept: list(oneOf(['register', 'cases'])) }),
  ),
  serverTime: moment,
});

const isSet: Guard<true> = (value): value is true => value === true;
const isReference = record({ engine: text(), bytes: whole(0) });
const isExportClaims: Guard<ExportClaims> = record(
  {
    iss: text(),
    iat: whole(0),
    sandbox: flag,
    credential: record(
      {
        handle: text(new RegExp(idPattern.crd)),
        level: oneOf(levels),
        state: oneOf(credentialStates),
        since: moment,
        device: thumbprint,
      },
      { reason: oneOf(voidReasons), receiptKey: isSet },
    ),
    earlier: whole(0),
    heard: whole(0),
    tries: whole(0),
    consents: list(
      record({
        ...{ form: oneOf(consentForms), subject: oneOf(consentSubjects), day },
        ...{ version: text(), hash: thumbprint, language: oneOf(['zh', 'en']) },
      }),
    ),
    register: record({ photo: flag, byApplication: flag }, { born: day }),
    failures: list(record({ ceremony: oneOf(ceremonyNames), failures: whole(0), lockedUntil: moment })),
    challenges: list(
      record({ ceremony: oneOf(ceremonyNames), rpName: text(), scene: text(), expiresAt: moment }),
    ),
    delegations: list(
      record({
        ...{ as: oneOf(['guardian', 'ward']), relation: oneOf(relations), form: oneOf(wardForms) },
        ...{ scenes: list(oneOf(sceneNames)), point: text(), since: moment, ends: moment },
        state: oneOf(delegationStates),
      }),
    ),
    raises: list(
      record({
        ...{ day, point: text(), card: oneOf(['chip', 'typed']) },
        ...{
          decision: oneOf(['pass', 'refuse', 'review']),
          state: oneOf(['raised', 'in-review', 'refused']),
        },
      }),
    ),
    offices: list(
      record(
        {
          ...{ role: oneOf(['point', 'attendant']), name: text(), since: moment },
          ...{ passkeys: whole(0), shifts: whole(0), raises: whole(0) },
        },
        { revokedAt: moment },
      ),
    ),
  },
  { face: isReference, voice: isReference, pin: isSet },
);

/** All that is held about the owner of this phone, at the service and, opened and checked, at the authority. */
export interface Held {
  own: OwnData;
  authority: ExportClaims | NoExport;
  /** When the service answered, epoch milliseconds. */
  at: number;
}

/**
 * Asks for all of it, and opens what the authority sealed to this phone. What opens and is not the authority's is a fault to be told.
 * @param key what this device says of its receipt key, and the private half
 * @throws HolderProblem too-many-requests, authority-untrusted, ...
 */
export async function exportAll(
  holder: Holder,
  key: { statement: string; privateKey: Uint8Array },
): Promise<Held> {
  const { own, authority, serverTime } = await callBff(holder, {
    method: 'POST',
    path: '/holder/v1/export',
    body: { key: key.statement },
    guard: isExportAnswer,
  });
  if (authority.held !== 'sealed') return { own, authority, at: serverTime };
  const { trust, link } = holder;
  const keyList = checkKeyList(authority.keyList, {
    ...{ trust, newestVersion: link.newestKeyList.version, now: judgingTime(holder) },
  });
  noteKeyList(holder, keyList);
  const keyOf = (kid: string) => keyList.sign.find((each) => each.kid === kid)?.jwk;
  const claims = open(authority.sealed, key.privateKey, keyOf);
  if (claims.credential.device !== holder.device.thumbprint) throw untrusted('export-other-phone');
  return { own, authority: claims, at: serverTime };
}

function open(
  sealed: string,
  privateKey: Uint8Array,
  keyOf: Parameters<typeof verifyEs256>[0]['keyOf'],
): ExportClaims {
  const jws = openReceipt(sealed, privateKey, exportBox);
  if (jws === undefined) throw untrusted('export-not-opened');
  let claims: unknown;
  try {
    claims = verifyEs256({ jws, type: 'lz-export+jwt', keyOf });
  } catch (cause) {
    throw untrusted('export-signature', cause);
  }
  if (!isExportClaims(claims)) throw untrusted('export-form');
  return claims;
}
