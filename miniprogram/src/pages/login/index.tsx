import { useUnload } from '@tarojs/taro';
import { loginWay } from '../../start/ensure-logged-in.ts';
import { leaveLogin } from '../../start/login-prompt.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { pagePaths } from '../../ui/page-paths.ts';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import { afterLogin } from './after-login.ts';
import { PlatformLogin } from './platform-login.tsx';
import { SmsLogin } from './sms-login.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '登录' });

export default function LoginPage() {
  const say = useSay();
  const { next = '' } = usePageParameters();
  useUnload(() => leaveLogin());
  const onDone = (): void => void afterLogin(next);
  const checking = next.startsWith(pagePaths.confirm);
  return (
    <Page title={texts.title} back entry>
      {checking ? (
        <Notice tone="information" text={say(texts.forCheck)} next={say(texts.forCheckNext)} />
      ) : null}
      {loginWay === 'sms' ? <SmsLogin onDone={onDone} /> : <PlatformLogin onDone={onDone} />}
    </Page>
  );
}
