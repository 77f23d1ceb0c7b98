import Taro from '@tarojs/taro';
import { clearVoided } from '../../start/device-voided.ts';
import { passLogin } from '../../start/login-prompt.ts';
import { goBack } from '../../ui/go.ts';

/** Only a page of our own is returned to, whatever the address says. */
const ownPage = /^\/(pages|capture)\/[a-z]+\/index(\?[^#]*)?$/;

/** Back to the page that asked; after a reload it is no longer below, and opens anew. */
export async function afterLogin(next: string): Promise<void> {
  clearVoided();
  const waited = passLogin();
  if (!waited && Taro.getCurrentPages().length === 1 && ownPage.test(next)) {
    await Taro.redirectTo({ url: next });
  } else {
    await goBack();
  }
}
