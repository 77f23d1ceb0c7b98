import { Buffer } from 'node:buffer';
import { consoleAddress } from '../../../bff/src/config/console-address.ts';
import { optionOf, type SoftPasskey, softPasskey } from '../../../bff/src/operator/passkey.fixture.ts';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { FacePrompt } from '../../../shared/challenge.ts';
import { assistChallengeCall } from '../../../shared/contract/assist/03-challenge.ts';
import { relayOfGuestCall } from '../../../shared/contract/assist/06-sample.ts';
import {
  beginOfficerEnrolmentCall,
  beginShiftCall,
  endShiftCall,
  enrolOfficerCall,
  openShiftCall,
  readShiftCall,
} from '../../../shared/contract/officer/shift.ts';
import { endRaiseCall, openRaiseCall, readRaiseCall } from '../../../shared/contract/raise/01-open.ts';
import { raiseWordCall } from '../../../shared/contract/raise/02-word.ts';
import {
  exceptRaiseCall,
  relayCardCall,
  relayKinCall,
  relayKinFaceCall,
} from '../../../shared/contract/raise/03-card.ts';
import { wantPinCall } from '../../../shared/contract/raise/03-pin.ts';
import {
  type BegunDecision,
  beginDecisionCall,
  beginReviewCall,
  decideRaiseCall,
  decideReviewCall,
  findReviewCall,
  listReviewsCall,
  type ReviewOutcome,
  type ToldCases,
} from '../../../shared/contract/raise/08-decision.ts';
import { lookUpAppointmentCall } from '../../../shared/contract/raise/appointment.ts';
import type { OfficerView } from '../../../shared/contract/raise/officer-view.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { inviteKey, statePasskey } from '../../../shared/device-word/invited-passkey.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import { decisionHash } from '../../../shared/raise/decision-hash.ts';
import { reviewHash } from '../../../shared/raise/review-hash.ts';
import { shiftHash } from '../../../shared/raise/shift-hash.ts';
import type { Card } from '../../../shared/sample/card.ts';
import type { Kin } from '../../../shared/sample/kin.ts';
import { packFace } from '../../../shared/sample/pack-face.ts';
import { packKin } from '../../../shared/sample/pack-kin.ts';
import { packPin } from '../../../shared/sample/pack-pin.ts';
import type { FaceFrame } from '../../../shared/sample/samples.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { showCode } from '../counter/show-code.ts';
import { type Browser, type BrowserOptions, openBrowser } from './browser.ts';
import { readCases } from './read-cases.ts';
import { readChallenge, sealAtDesk, sealCard } from './seal-card.ts';

/** Seconds that the page waits for the next change. */
const wait = 20;

/**
 * An officer at work without a screen: does what the officers' page does, with a passkey in software. Nothing is signed that is not over what the
 * officer decided.
 */
export function openOfficer({ root, ...options }: BrowserOptions & { root: PublicJwk }) {
  const browser: Browser = openBrowser(options);
  const passkey: SoftPasskey = softPasskey();
  const { origin, rpId } = consoleAddress(options.publicUrl);
  const asked = (of: object) => ({ challenge: optionOf(of, 'challenge'), origin, rpId });
  let shiftId = '';

  async function view(sessionId: string, after?: number): Promise<OfficerView> {
    const query = after === undefined ? '' : `?after=${after}&wait=${wait}`;
    return browser.call(readRaiseCall, { sessionId }, { query });
  }

  /** That what the passkey is to sign is this decision over what this page was told. @throws Error */
  async function demandOver(begun: BegunDecision, sessionId: string, decision: RaiseDecision): Promise<void> {
    const { challengeId, nonce } = officer.told(await view(sessionId)).claims;
    demandSame(begun.options, decisionHash({ sessionId, challengeId, nonce, shiftId, decision, ...begun }));
  }

  const read = (given: ToldCases) => readCases(given, { root, shiftId });

  const officer = {
    browser,
    passkey,
    asked,
    shiftId: () => shiftId,
    /** Registers the passkey by the link of the administrator. */
    async enrol(link: string): Promise<void> {
      const key = inviteKey(link.split('#enrol=')[1] ?? '');
      const invite = key.thumbprint;
      const { ceremony, options: created } = await browser.call(
        beginOfficerEnrolmentCall,
        {},
        { body: { invite } },
      );
      const made = passkey.create(asked(created), optionOf(created, 'user', 'id'));
      const word = statePasskey(key, { ceremony, passkey: made });
      const body = { invite, ceremony, passkeyName: '钥匙', passkey: made, word };
      await browser.call(enrolOfficerCall, {}, { body });
    },
    async beginShift(): Promise<void> {
      browser.keep(undefined);
      const { ceremony, options: given, salt } = await browser.call(beginShiftCall);
      demandSame(given, shiftHash({ key: browser.thumbprint, salt }));
      const body = { ceremony, assertion: passkey.sign(asked(given)) };
      const opened = await browser.call(openShiftCall, {}, { body });
      shiftId = opened.shift.shiftId;
      browser.keep(opened.token);
      await browser.call(readShiftCall);
    },
    endShift: () => browser.call(endShiftCall),
    open: (): Promise<OpenSessionAnswer> => browser.call(openRaiseCall, {}, { body: { ceremony: 'raise' } }),
    /** For a guardian, and a ward who is 16 or older where `grown`. */
    openFamily: (grown = false): Promise<OpenSessionAnswer> =>
      browser.call(openRaiseCall, {}, { body: { ceremony: 'family', ...(grown && { grown }) } }),
    /** For a ward alone, who wants no guardian any more: the card is sent as soon as the session is open. */
    async openRevocation(card: Card): Promise<string> {
      const { sessionId } = await browser.call(openRaiseCall, {}, { body: { ceremony: 'revoke' } });
      await browser.call(assistChallengeCall, { sessionId }, { body: { voice: false } });
      await officer.bringCard(sessionId, card);
      return sessionId;
    },
    code: (session: OpenSessionAnswer) => showCode(session, 0, options.now()),
    view,
    /** Follows the session until it is as told, or over. */
    async until(sessionId: string, isThere: (view: OfficerView) => boolean): Promise<OfficerView> {
      let seen = await view(sessionId);
      while (!isThere(seen) && !isFinal(seen.state)) seen = await view(sessionId, seen.version);
      return seen;
    },
    except: (sessionId: string) =>
      browser.call(exceptRaiseCall, { sessionId }, { body: { exception: 'no-face' } }),
    typeWord: (sessionId: string, word: string) =>
      browser.call(raiseWordCall, { sessionId }, { body: { word } }),
    end: (sessionId: string) => browser.call(endRaiseCall, { sessionId }),
    /** The challenge as it is told to officers of the point, checked. */
    told({ sessionId, challenge = '', keyList = '' }: OfficerView) {
      return readChallenge({ challenge, keyList }, { root, sessionId });
    },
    /** Seals the card for the challenge of the session, and sends it. */
    async bringCard(sessionId: string, card: Card): Promise<OfficerView> {
      const { challenge = '', keyList = '' } = await view(sessionId);
      const expected = { root, sessionId, thumbprint: browser.thumbprint };
      const envelope = await sealCard(readChallenge({ challenge, keyList }, expected), card);
      return browser.call(relayCardCall, { sessionId }, { body: envelope });
    },
    /** The holder wants a PIN, and later types it at this screen. */
    wantPin: (sessionId: string) => browser.call(wantPinCall, { sessionId }),
    async bringPin(sessionId: string, pin: string): Promise<OfficerView> {
      const { challenge = '', keyList = '' } = await view(sessionId);
      const told = readChallenge({ challenge, keyList }, { root, sessionId, thumbprint: browser.thumbprint });
      const body = await sealAtDesk(told, 'pin', packPin(pin));
      return browser.call(relayOfGuestCall, { sessionId, kind: 'pin' }, { body });
    },
    /** Seals what shows the ward, with the face of one who is grown, and sends it. */
    async bringKin(
      sessionId: string,
      kin: Kin,
      face?: (prompts: readonly FacePrompt[]) => FaceFrame[],
    ): Promise<OfficerView> {
      const { challenge = '', keyList = '' } = await view(sessionId);
      const told = readChallenge({ challenge, keyList }, { root, sessionId, thumbprint: browser.thumbprint });
      if (face !== undefined) {
        const body = await sealAtDesk(told, 'kin-face', packFace(face(told.claims.prompts ?? [])));
        await browser.call(relayKinFaceCall, { sessionId }, { body });
      }
      const body = await sealAtDesk(told, 'kin', packKin(kin));
      return browser.call(relayKinCall, { sessionId }, { body });
    },
    begin: (sessionId: string, decision: RaiseDecision) =>
      browser.call(beginDecisionCall, { sessionId }, { body: { decision } }),
    /** Has the passkey sign the decision, and nothing else. @throws Error where something else is to be signed */
    async decide(sessionId: string, decision: RaiseDecision): Promise<OfficerView> {
      const begun = await officer.begin(sessionId, decision);
      await demandOver(begun, sessionId, decision);
      const body = { ceremony: begun.ceremony, assertion: passkey.sign(asked(begun.options)) };
      return browser.call(decideRaiseCall, { sessionId }, { body });
    },
    reviews: async () => read(await browser.call(listReviewsCall)),
    findReview: async (reference: string) =>
      read(await browser.call(findReviewCall, {}, { body: { reference } })),
    async review(caseId: string, review: ReviewOutcome): Promise<void> {
      const begun = await browser.call(beginReviewCall, { caseId }, { body: review });
      const reviewed = (await officer.reviews()).find((each) => each.caseId === caseId);
      if (reviewed === undefined) throw new Error('asked to sign what is not on the screen');
      demandSame(begun.options, reviewHash({ reviewed, shiftId, salt: begun.salt, ...review }));
      const body = { ceremony: begun.ceremony, assertion: passkey.sign(asked(begun.options)) };
      await browser.call(decideReviewCall, { caseId }, { body });
    },
    lookUp: (code: string) => browser.call(lookUpAppointmentCall, {}, { body: { code } }),
  };
  return officer;
}

export type StandInOfficer = ReturnType<typeof openOfficer>;

function demandSame(options: object, hash: Uint8Array): void {
  const asked = Buffer.from(optionOf(options, 'challenge'));
  if (!asked.equals(Buffer.from(encodeBase64url(hash)))) throw new Error('asked to sign something else');
}
