/** WeChat and Alipay fetch the capture ahead by the rule in `app.config.ts`, and have everything else. A browser: `load-later.h5.ts`. */
export async function loadLater(): Promise<void> {}
