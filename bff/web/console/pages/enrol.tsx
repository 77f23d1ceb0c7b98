import {
  beginEnrolmentCall,
  enrolCall,
  type OperatorSession,
} from '../../../../shared/contract/operator/sign-in.ts';
import { makePasskey } from '../../staff/call/use-passkey.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say } from '../../staff/say.tsx';
import { call } from '../call/call.ts';

/** Whoever opened a link makes a passkey, and is an operator by it. */
export function Enrol({ invite, enter }: { invite: string; enter: (session: OperatorSession) => void }) {
  async function enrol(form: FormData): Promise<void> {
    const { ceremony, options } = await call(beginEnrolmentCall, { body: { invite } });
    const passkey = await makePasskey(options);
    const passkeyName = typed(form, 'passkey-name');
    enter(await call(enrolCall, { body: { invite, ceremony, passkeyName, passkey } }));
  }
  return (
    <Page title={{ zh: '成为运营人员', en: 'Become an operator' }}>
      <p>
        <Say
          zh="您收到的链接只能用一次，15 分钟内有效。请在今后用来登录的设备上创建通行密钥。"
          en="Your link is good once, within 15 minutes. Make the passkey on the device that you will sign in with."
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
          hint={{ zh: '例如：办公室电脑', en: 'For example: office laptop' }}
          maxLength={60}
          required
        />
      </Form>
    </Page>
  );
}
