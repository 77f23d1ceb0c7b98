import { goInstead } from '../../start/go.ts';
import { pageOfCode } from '../../start/page-of-code.ts';
import { Page } from '../../ui/page.tsx';
import '../../parts/ceremony.scss';
import { PageScanner } from './page-scanner.tsx';
import { PlatformScanner } from './platform-scanner.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '扫码' });

/** WeChat and Alipay have a scanner of their own; a browser reads the code in this page. */
const Scanner = process.env.TARO_ENV === 'h5' ? PageScanner : PlatformScanner;

export default function ScanPage() {
  const open = (code: string): void => void goInstead(pageOfCode(code), { code });
  return (
    <Page title={texts.title} back>
      <Scanner onCode={open} />
    </Page>
  );
}
