import { useUnload } from '@tarojs/taro';
import { leaveLogin } from '../../start/login-door.ts';
import { loginWay } from '../../start/login-way.ts';
import { Page } from '../../ui/page.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { afterLogin } from './after-login.ts';
import { PlatformLogin } from './platform-login.tsx';
import { SmsLogin } from './sms-login.tsx';
import { texts } from './texts.ts';

export default function LoginPage() {
  const { next = '' } = usePageParameters();
  useUnload(() => leaveLogin());
  const onDone = (): void => void afterLogin(next);
  return (
    <Page title={texts.title} back>
      {loginWay === 'sms' ? <SmsLogin onDone={onDone} /> : <PlatformLogin onDone={onDone} />}
    </Page>
  );
}
