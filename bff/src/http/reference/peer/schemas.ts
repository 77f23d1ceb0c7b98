import { AsksPrivately } from '../../../../../shared/contract/holder-view.ts';
import { OpenMeetingAnswer } from '../../../../../shared/contract/peer/01-open-meeting.ts';
import { JoinMeetingBody } from '../../../../../shared/contract/peer/02-join-meeting.ts';
import { MeetingCodeParts, MeetingView } from '../../../../../shared/contract/peer/meeting.ts';
import { type Entries, told } from '../entry.ts';
import { sample, signed } from '../samples.ts';

const { meetingId, sessionId, openedAt, claimedAt, secret, token } = sample;
const statement = { registrar: signed.registrar, statement: signed.statement };
const open = { id: meetingId, state: 'open', serverTime: openedAt, expiresAt: openedAt + 180_000 };
const parts = { baseUrl: 'https://id.example.cn', token, secret, openedAt };
const code = `https://id.example.cn/q/p.${token}.7.YgQwwLN5Li4mSZ2EBh71cg`;

export const meetingViews = {
  open,
  checking: { id: meetingId, state: 'checking', serverTime: claimedAt, sessionId },
  confirmed: { id: meetingId, state: 'confirmed', serverTime: claimedAt, sessionId },
};

/** What two phones are told whose holders confirm each other. */
export const meetingSchemas: Entries = {
  AsksPrivately: told(
    AsksPrivately,
    { zh: '由个人提出', en: 'That a private person asks: without a name, in which meeting.' },
    {
      meetingId: ['The meeting.', meetingId],
      statement: [
        'Signed by the authority’s registrar, the same for everybody: checked before anybody agrees.',
        statement,
      ],
    },
  ),
  MeetingView: told(
    MeetingView,
    {
      zh: '互认在一方看来的样子',
      en: 'A meeting as one of the two may see it.',
      examples: {
        open: { summary: 'Nobody has scanned', value: meetingViews.open },
        checking: { summary: 'Both have a check of their own', value: meetingViews.checking },
        confirmed: { summary: 'The other person is confirmed', value: meetingViews.confirmed },
      },
    },
    {
      id: ['The meeting.', meetingId],
      state: [
        '`confirmed` and `not-confirmed` are of the other person, once both checks are over and this one’s own was decided.',
        'checking',
      ],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', claimedAt],
      expiresAt: [
        'Epoch milliseconds: until when it may be scanned; there while nobody has.',
        openedAt + 180_000,
      ],
      sessionId: ['This phone’s own check, once somebody has scanned.', sessionId],
    },
  ),
  MeetingCodeParts: told(
    MeetingCodeParts,
    { zh: '互认码的组成', en: 'What the phone that shows the code makes it of, a new one each second.' },
    {
      baseUrl: ['Scheme and host of the code.', parts.baseUrl],
      token: ['The first part of the code.', token],
      secret: [
        'Base64url of the 32 bytes that the code’s mac is made with; kept by this phone alone.',
        secret,
      ],
      openedAt: ['Epoch milliseconds: what the seconds of the code are counted from.', openedAt],
    },
  ),
  OpenMeetingAnswer: told(
    OpenMeetingAnswer,
    { zh: '开出的互认', en: 'A meeting that was opened.' },
    { meeting: ['As it stands.', open], code: ['What to show.', parts] },
  ),
  JoinMeetingBody: told(
    JoinMeetingBody,
    { zh: '扫到的互认码', en: 'What was scanned off the other person’s phone.' },
    { code: ['The code as it was scanned, at most 512 characters.', code] },
  ),
};
