import {
  beginSignInCall,
  type OperatorSession,
  signInCall,
} from '../../../../shared/contract/operator/sign-in.ts';
import { signByPasskey } from '../../staff/call/use-passkey.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say } from '../../staff/say.tsx';
import { call } from '../call/call.ts';

/** The closed door. @param ended a session that was open is over */
export function SignIn({ ended, enter }: { ended: boolean; enter: (session: OperatorSession) => void }) {
  async function signIn(): Promise<void> {
    const { ceremony, options } = await call(beginSignInCall, {});
    const assertion = await signByPasskey(options);
    enter(await call(signInCall, { body: { ceremony, assertion } }));
  }
  return (
    <Page title={{ zh: '登录控制台', en: 'Sign in to the console' }}>
      {ended ? (
        <p class="notice" role="alert">
          <Say
            zh="您已退出：15 分钟没有操作，或有人收回了登录。请重新登录。"
            en="You are signed out: nothing was done for 15 minutes, or the session was ended. Sign in again."
          />
        </p>
      ) : null}
      <p>
        <Say
          zh="请用您的通行密钥登录。设备会请您用指纹、面容或 PIN 确认是本人。"
          en="Sign in with your passkey. Your device will ask for your finger, face or PIN."
        />
      </p>
      <Act work={signIn} id="sign-in" main>
        <Say zh="通行密钥登录" en="Sign in with a passkey" />
      </Act>
      <p class="soft">
        <Say
          zh="还没有通行密钥？请让一位运营人员发链接给您；第一位运营人员在服务器上运行 npm run operator -- invite。"
          en="No passkey yet? Ask an operator for a link. The first operator runs npm run operator -- invite on the server."
        />
      </p>
    </Page>
  );
}
