import { randomBytes } from 'node:crypto';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { FacePrompt } from '../../../shared/challenge.ts';
import { facePrompts } from '../../../shared/challenge.ts';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import { decodeWav } from '../../../shared/sample/decode-wav.ts';
import {
  allowMessages,
  mintLoginCode,
  playFaceAct,
  signBySecurePart,
} from '../../stand-ins/phone/ask-sandbox.ts';
import type { CameraRoll } from '../../stand-ins/phone/camera-roll.ts';
import { digitsOfChallenge } from '../../stand-ins/phone/digits-of-challenge.ts';
import { scriptedCamera } from '../../stand-ins/phone/scripted-camera.ts';
import type { Speech } from '../../stand-ins/phone/speech.ts';
import { sendHttp } from '../../stand-ins/phone/stand-in-platform.ts';
import type { Act } from '../../stand-ins/platforms/face-acts.ts';
import { readAsked } from './read-asked.ts';

/** What a phone can be without, or its owner say no to. */
export type Failure = Permission | 'scan' | 'random' | 'login' | 'network';
const permissions = ['camera', 'microphone', 'privacy'] as const;
type Permission = (typeof permissions)[number];

/** The phone's owner and everything about the phone that is not the mini-program. */
export interface ScriptedOwner {
  /** Who stands before the camera and speaks. */
  seen: { roll: CameraRoll; speech: Speech };
  /** How many faces the phone's own detection finds, side by side. */
  faces: number;
  /** What the next scan reads. */
  scanned: string;
  /** Say no, or do not work, from now on. */
  fails: Set<Failure>;
  /** The number of the phone's secure part, and what its owner does where the finger is asked for; absent where the phone has none. */
  secureKey: { cpuId: string; finger: 'lays-on' | 'turns-away' } | undefined;
  /** What the owner does before the camera of the platform. */
  faceAct: Act;
  /** Whether the owner taps *allow* where the platform asks about messages. */
  allowsMessages: boolean;
  /** How many pictures the mini-program took itself. */
  pictures: number;
  /** How often the owner was led to the settings. */
  settingsOpened: number;
  /** Which prompts the person was seen to follow. */
  followed: FacePrompt[];
  answer(what: string, details: unknown): Promise<object>;
}

export function scriptedOwner(given: {
  seen: ScriptedOwner['seen'];
  platformUrl: string;
  platform: LoginPlatform;
  account: string;
}): ScriptedOwner {
  const { platformUrl, platform, account } = given;
  const demand = (works: Failure, why: string) => {
    if (owner.fails.has(works)) throw new Error(why);
  };
  let promptSeen: FacePrompt | null = null;
  /** Of the challenge that came last: an app shows them to nobody before the microphone is open. */
  let digits = '';
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const owner: ScriptedOwner = {
    seen: given.seen,
    faces: 1,
    scanned: '',
    fails: new Set(),
    secureKey: undefined,
    faceAct: 'pass',
    allowsMessages: false,
    pictures: 0,
    settingsOpened: 0,
    followed: [],
    async answer(what, details) {
      const asked = readAsked(what, details);
      switch (asked.what) {
        case 'request': {
          demand('network', 'no network');
          const { status, headers, body } = await sendHttp(asked.request);
          if (status === 201 && asked.request.url.endsWith('/challenge'))
            digits = digitsOfChallenge(JSON.parse(decodeUtf8(body))) ?? digits;
          return { status, headers, body: base64(body) };
        }
        case 'photo': {
          demand('camera', 'auth deny');
          owner.pictures++;
          const prompt = facePrompts.find((name) => `prompt-${name}` === asked.prompt) ?? null;
          if (prompt !== null && prompt !== promptSeen) owner.followed.push(prompt);
          promptSeen = prompt;
          const camera = scriptedCamera(owner.seen.roll);
          const [frame] = await camera.watch({ prompt, frames: 1, longest: 1_000 });
          if (frame === undefined) throw new Error('no picture');
          return { jpeg: base64(frame.jpeg) };
        }
        case 'faces':
          return { faces: owner.faces };
        case 'recording': {
          demand('microphone', 'auth deny');
          const sound = decodeWav(await owner.seen.speech(digits));
          if (sound?.channels !== 1) throw new Error('no plain sound');
          return { pcm: base64(sound.pcm), rate: sound.rate };
        }
        case 'scan':
          demand('scan', 'cancel');
          return { text: owner.scanned };
        case 'random':
          demand('random', 'not supported');
          return { bytes: base64(randomBytes(asked.length)) };
        case 'login':
          demand('login', 'auth deny');
          return { code: await mintLoginCode(platformUrl, { platform, account }) };
        case 'secure-key': {
          const has = owner.secureKey !== undefined;
          return { supported: has, enrolled: has };
        }
        case 'finger': {
          if (owner.secureKey?.finger !== 'lays-on') throw new Error('authentication cancelled');
          const { cpuId } = owner.secureKey;
          return await signBySecurePart(platformUrl, { account, cpuId, challenge: asked.challenge });
        }
        case 'verify-face': {
          const { verifyId } = asked;
          await playFaceAct(platformUrl, { verifyId, account, act: owner.faceAct });
          if (owner.faceAct === 'cancel') throw new Error('cancel');
          return {};
        }
        case 'messages': {
          const { templates } = asked;
          if (owner.allowsMessages) await allowMessages(platformUrl, { platform, account, templates });
          return { allowed: owner.allowsMessages };
        }
        case 'permission':
          for (const scope of permissions) if (scope === asked.scope) demand(scope, 'auth deny');
          return {};
        case 'settings':
          return { camera: !owner.fails.has('camera'), microphone: !owner.fails.has('microphone') };
        case 'open-settings':
          owner.settingsOpened++;
          return {};
      }
    },
  };
  return owner;
}
