import Taro from '@tarojs/taro';

/** Gives the person the text: as a file of that name in a browser, in the clipboard of a mini-program, which may not write files for others. */
export async function takeAlong(content: string, name = 'liangzheng.json'): Promise<void> {
  if (process.env.TARO_ENV !== 'h5') {
    await Taro.setClipboardData({ data: content });
    return;
  }
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
