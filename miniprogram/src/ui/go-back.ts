import Taro from '@tarojs/taro';
import { goOnly } from './go.ts';

/** To the page below; after a reload there is none, and home takes its place. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await goOnly('home');
}
