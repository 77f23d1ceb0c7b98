import { expect, it } from 'vitest';
import type { SampleKind } from '../../../shared/challenge.ts';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { encodeWav } from '../../../shared/sample/encode-wav.ts';
import { packCard } from '../../../shared/sample/pack-card.ts';
import { packVoice } from '../../../shared/sample/pack-voice.ts';
import { askChallenge, enrol, random, verifyBody } from '../authority.fixture.ts';
import { decideAssist } from '../decide/decide-assist.ts';
import { issueCard, startWithPoints, yes } from '../raise/raise.fixture.ts';
import { holdWords } from '../raise/signed-words.ts';

it('what is said is listened to also where the card is of somebody without a credential, and answered alike', async () => {
  const { authority } = startWithPoints();
  const handle = await enrol(authority);
  const { claims } = await askChallenge(authority, verifyBody(handle));
  const ports = authority.ports();
  const challenge = ports.store.challenges.find(claims.challengeId) ?? expect.unreachable();
  const { voice } = ports.engines;
  const [judge, listen] = [voice.decide, voice.enrol];
  const heard: string[] = [];
  voice.decide = async (asked) => {
    heard.push('judged');
    return { ...(await judge(asked)), findings: ['other-voice'] };
  };
  voice.enrol = (wav, digits) => {
    heard.push('listened');
    return listen(wav, digits);
  };
  const word = {
    ...{ officerId: newId('off', random), shiftId: newId('shf', random), passkeyId: 'p' },
    ...{ at: 1, decision: yes },
  };
  const said = (card: ReturnType<typeof issueCard>) =>
    decideAssist(
      ports,
      challenge,
      new Map<SampleKind, Uint8Array>([
        ['card', packCard(card)],
        ['officer-decision', holdWords([word])],
        [
          'voice',
          packVoice({ container: 'wav', recording: encodeWav(new Int16Array(200), limits.voiceRate) }),
        ],
      ]),
    );
  const { person } = ports.store.credentials.find(asId('crd', handle)) ?? expect.unreachable();
  const other = await said(issueCard());
  expect(other).toMatchObject({ outcome: 'retry', hints: [], person });
  const stranger = await said(issueCard({ name: '陌生人', idNumber: '99000119800101201X' }));
  expect(stranger).toMatchObject({ outcome: other.outcome, hints: other.hints, level: other.level });
  expect(heard).toEqual(['judged', 'listened']);
  await authority.stop();
});
