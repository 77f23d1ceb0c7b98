/** Taro defines its element that is pulled down as it starts, whether there is one or not. */
export function defineCustomElementTaroPullToRefreshCore(): void {}
