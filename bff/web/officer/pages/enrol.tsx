import { beginOfficerEnrolmentCall, enrolOfficerCall } from '../../../../shared/contract/officer/shift.ts';
import { inviteKey, statePasskey } from '../../../../shared/device-word/invited-passkey.ts';
import type { ServerClock } from '../../desk/live/server-clock.ts';
import { Refused } from '../../staff/call/refused.ts';
import { makePasskey } from '../../staff/call/use-passkey.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { officerClient } from '../call/officer-client.ts';
import { Step } from '../step.tsx';

/** Whoever opened a link of the administrator's registers a passkey by it, and signs by the link's key that it is theirs. Nobody is at work by that. */
export function Enrol({
  secret,
  clock,
  enrolled,
}: {
  /** What stood behind the `#`: it stays in this page. */
  secret: string;
  clock: ServerClock;
  enrolled: () => void;
}) {
  const { language } = useSay();
  async function enrol(form: FormData): Promise<void> {
    const { call } = officerClient({ clock, language: () => language });
    const key = keyOf(secret);
    const invite = key.thumbprint;
    const { ceremony, options } = await call(beginOfficerEnrolmentCall, { body: { invite } });
    const passkey = await makePasskey(options);
    const word = statePasskey(key, { ceremony, passkey });
    const passkeyName = typed(form, 'passkey-name');
    await call(enrolOfficerCall, { body: { invite, ceremony, passkeyName, passkey, word } });
    enrolled();
  }
  return (
    <Step
      title={{ zh: '登记受理员的通行密钥', en: 'Register your passkey as an officer' }}
      focus="passkey-name"
    >
      <p>
        <Say
          zh="这个链接只能用一次，15 分钟内有效，只给您本人。请在今后上班用的电脑或钥匙上创建通行密钥。"
          en="This link is for you alone, good once, within 15 minutes. Make the passkey on the computer or key that you will work with."
        />
      </p>
      <Form
        id="enrol"
        label={{ zh: '创建通行密钥', en: 'Make a passkey' }}
        submit={{ zh: '创建通行密钥', en: 'Make a passkey' }}
        send={enrol}
      >
        <Field
          name="passkey-name"
          label={{ zh: '给这个通行密钥起个名字', en: 'A name for this passkey' }}
          hint={{ zh: '例如：一号窗口电脑', en: 'For example: computer of window 1' }}
          maxLength={60}
          required
        />
      </Form>
    </Step>
  );
}

/** @throws Refused invite-over where it is no key */
function keyOf(secret: string) {
  try {
    return inviteKey(secret);
  } catch {
    throw Refused.as('invite-over');
  }
}
