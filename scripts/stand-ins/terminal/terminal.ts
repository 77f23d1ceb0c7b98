import { randomBytes } from 'node:crypto';
import type { FacePrompt } from '../../../shared/challenge.ts';
import type { AuthorityChallengeAnswer } from '../../../shared/contract/authority/03-challenge.ts';
import {
  openWardCall,
  terminalChallengeCall,
  terminalFaceCall,
} from '../../../shared/contract/family/at-terminal.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import type { Slip } from '../../../shared/receipt/slip-address.ts';
import { packFace } from '../../../shared/sample/pack-face.ts';
import type { FaceFrame } from '../../../shared/sample/samples.ts';
import type { Purpose, Scene } from '../../../shared/scenes.ts';
import { CallProblem } from '../call-json.ts';
import { type BrowserOptions, openBrowser } from '../officer/browser.ts';
import { readChallenge, sealAtDesk, type ToldChallenge } from '../officer/seal-card.ts';
import { newReceiptPlace } from '../phone/receipt-place.ts';

/** Seconds that one question waits for the guardian. */
const wait = 20;

/**
 * A class II terminal without a screen: a counter that takes faces, by the key that it is registered with. It learns nothing of whose face it takes, and believes what the
 * authority's root stands behind alone. For the ward's own copy of the receipt it makes a place and a key each time, which it gives away and does not keep.
 */
export function openTerminal({
  root,
  token,
  ...options
}: BrowserOptions & { root: PublicJwk; token(): Promise<string> }) {
  const device = openBrowser({ ...options, scheme: 'Bearer' });
  const withToken = async () => device.keep(await token());
  /** The challenge; while the guardian has not agreed it is asked for again, until the check is over. */
  async function agreed(sessionId: string): Promise<AuthorityChallengeAnswer> {
    await withToken();
    try {
      return await device.call(terminalChallengeCall, { sessionId }, { query: `?wait=${wait}` });
    } catch (fault) {
      if (fault instanceof CallProblem && fault.code === 'step-out-of-order') return await agreed(sessionId);
      throw fault;
    }
  }

  const terminal = {
    device,
    /** What the ward was told by the guardian is typed; the guardian's phone is asked. `slip`: where the ward's copy will lie, and what opens it. */
    async openWard(scene: Scene, purpose: Purpose, code: string): Promise<CounterView & { slip: Slip }> {
      await withToken();
      const { wantedBy, ...slip } = newReceiptPlace((length) => new Uint8Array(randomBytes(length)), 'copy');
      const body = { scene, purpose, code, copy: wantedBy(device) };
      return { ...(await device.call(openWardCall, {}, { body })), slip };
    },
    /** Waits until the guardian has agreed. @throws CallProblem session-over where they declined, or let the time pass */
    async told(sessionId: string): Promise<ToldChallenge> {
      const answer = await agreed(sessionId);
      return readChallenge(answer, { root, sessionId, thumbprint: device.thumbprint });
    },
    /** Takes the face as the challenge asks, and sends it sealed. */
    async takeFace(
      sessionId: string,
      frames: (prompts: readonly FacePrompt[]) => FaceFrame[] | Promise<FaceFrame[]>,
    ): Promise<CounterView> {
      const told = await terminal.told(sessionId);
      const envelope = await sealAtDesk(told, 'face', packFace(await frames(told.claims.prompts ?? [])));
      return device.call(terminalFaceCall, { sessionId }, { body: envelope });
    },
  };
  return terminal;
}

export type StandInTerminal = ReturnType<typeof openTerminal>;
