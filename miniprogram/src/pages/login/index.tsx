import Taro, { useUnload } from '@tarojs/taro';
import { clearVoided } from '../../start/device-voided.ts';
import { goBack, isOnTop } from '../../start/go.ts';
import { leaveLogin, passLogin } from '../../start/login-prompt.ts';
import { pagePaths } from '../../start/page-paths.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StandsBehind } from '../../ui/stands-behind.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
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
    <Page title={texts.title} back>
      {checking ? (
        <Notice tone="information" text={say(texts.forCheck)} next={say(texts.forCheckNext)} />
      ) : null}
      {process.env.TARO_ENV === 'h5' ? <SmsLogin onDone={onDone} /> : <PlatformLogin onDone={onDone} />}
      <StandsBehind />
    </Page>
  );
}

/** Only a page of our own is returned to, whatever the address says. */
const ownPage = /^\/(pages|capture)\/[a-z]+\/index(\?[^#]*)?$/;

/** Back to the page that asked; after a reload it is no longer below, and opens anew. Whoever has left this page meanwhile stays where they are. */
async function afterLogin(next: string): Promise<void> {
  await clearVoided().catch(() => undefined);
  const waited = passLogin();
  if (!isOnTop('login')) return;
  if (!waited && Taro.getCurrentPages().length === 1 && ownPage.test(next)) {
    await Taro.redirectTo({ url: next });
  } else {
    await goBack();
  }
}
