import { Value } from 'typebox/value';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { SealedKind } from '../../../shared/challenge.ts';
import { consentVersion } from '../../../shared/consent/consent-forms.ts';
import { assistCall, openCheckCall, readAtCounterCall } from '../../../shared/contract/assist/01-open.ts';
import { assistChallengeCall } from '../../../shared/contract/assist/03-challenge.ts';
import { relayOfGuestCall } from '../../../shared/contract/assist/06-sample.ts';
import { ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import { relayCardCall } from '../../../shared/contract/raise/03-card.ts';
import type { OfficerView } from '../../../shared/contract/raise/officer-view.ts';
import type { OpenSessionBody } from '../../../shared/contract/verify/01-open-session.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import type { Card } from '../../../shared/sample/card.ts';
import { packCard } from '../../../shared/sample/pack-card.ts';
import { packPin } from '../../../shared/sample/pack-pin.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { StandInOfficer } from './officer.ts';
import { sealAtDesk } from './seal-card.ts';

const yes: RaiseDecision = { outcome: 'pass', cardGenuine: true, faceUnnatural: false };

/** What the guest chose: to type the PIN, or to say the digits, of which a recording is packed. */
export type Chosen = { pin: string } | { say(digits: string): Promise<Uint8Array> };

/** An officer at a relying party's counter without a screen: does what the attendant's page does. */
export function attend(officer: StandInOfficer, root: PublicJwk) {
  const { browser } = officer;

  /** The challenge that the authority signed for this session and this browser. @throws JwsError, TypeError */
  async function challenge(sessionId: string, voice: boolean) {
    const given = await browser.call(
      assistChallengeCall,
      { sessionId },
      {
        body: voice ? { voice, text: { version: consentVersion, language: 'zh' } } : { voice },
      },
    );
    const keys: unknown = verifyEs256({ jws: given.keyList, type: 'lz-keys+jwt', keyOf: () => root });
    if (!Value.Check(KeyListClaims, keys)) throw new TypeError('no key list');
    const keyOf = (kid: string) => keys.sign.find((key) => key.kid === kid)?.jwk;
    const claims: unknown = verifyEs256({ jws: given.challenge, type: 'lz-challenge+jwt', keyOf });
    if (!Value.Check(ChallengeClaims, claims)) throw new TypeError('no challenge');
    if (claims.sessionId !== sessionId || claims.deviceThumbprint !== browser.thumbprint)
      throw new TypeError('a challenge for something else');
    const listed = keys.seal.find(({ keyId }) => keyId === claims.sealKeyId);
    if (listed === undefined) throw new TypeError('a challenge without its key');
    return { claims, sealKey: { ...listed, publicKey: decodeBase64url(listed.publicKey) } };
  }

  const attendant = {
    ...officer,
    challenge,
    atCounter: () => browser.call(readAtCounterCall),
    openCheck: (asked: OpenSessionBody) => browser.call(openCheckCall, {}, { body: asked }),
    take: (sessionId: string) => browser.call(assistCall, { sessionId }),
    async bring(
      told: Awaited<ReturnType<typeof challenge>>,
      kind: Extract<SealedKind, 'card' | 'pin' | 'voice'>,
      plaintext: Uint8Array,
    ): Promise<OfficerView> {
      const { sessionId } = told.claims;
      const body = await sealAtDesk(told, kind, plaintext);
      return kind === 'card'
        ? browser.call(relayCardCall, { sessionId }, { body })
        : browser.call(relayOfGuestCall, { sessionId, kind }, { body });
    },
    /** A challenge with all that the guest brings, sealed and sent. */
    async bringAll(sessionId: string, card: Card, chosen: Chosen) {
      const told = await challenge(sessionId, 'say' in chosen);
      await attendant.bring(told, 'card', packCard(card));
      if ('pin' in chosen) await attendant.bring(told, 'pin', packPin(chosen.pin));
      else await attendant.bring(told, 'voice', await chosen.say(told.claims.digits));
      return told;
    },
    /** One attempt: card and what the guest chose, sealed and sent, and the attendant's word. Answers what becomes of it. */
    async attempt(sessionId: string, card: Card, chosen: Chosen, decision = yes): Promise<OfficerView> {
      await attendant.bringAll(sessionId, card, chosen);
      await officer.decide(sessionId, decision);
      return officer.until(
        sessionId,
        ({ state, guestWord }) => state !== 'deciding' || guestWord !== undefined,
      );
    },
    /** Attempts until the check is over; the guest's word is typed where one is asked for. */
    async assist(sessionId: string, card: Card, chosen: Chosen): Promise<OfficerView> {
      await attendant.take(sessionId);
      let seen = await attendant.attempt(sessionId, card, chosen);
      while (!isFinal(seen.state)) {
        if (seen.state === 'deciding' && seen.guestWord !== undefined) {
          await officer.typeWord(sessionId, seen.guestWord);
          seen = await officer.until(sessionId, ({ state }) => state !== 'deciding');
        } else seen = await attendant.attempt(sessionId, card, chosen);
      }
      return seen;
    },
  };
  return attendant;
}

export type Attendant = ReturnType<typeof attend>;
