import { call } from './call.ts';

const device = {
  ...{ brand: 'host', model: 'host', platform: 'android', system: 'Android 14', language: 'zh_CN' },
  ...{ pixelRatio: 2, statusBarHeight: 20, SDKVersion: '3.8.0', version: '8.0.50', fontSizeSetting: 16 },
  ...{ theme: 'light', fontSizeScaleFactor: 1 },
};

/** The functions that tell of phone and window, or change what stands around the page. */
export function systemApi(): Record<string, unknown> {
  const window_ = () => {
    const { innerWidth, innerHeight } = window;
    const size = { windowWidth: innerWidth, windowHeight: innerHeight };
    return { ...device, ...size, screenWidth: innerWidth, screenHeight: innerHeight };
  };
  const nothing = () => undefined;
  return {
    getSystemInfoSync: window_,
    getWindowInfo: window_,
    getDeviceInfo: window_,
    getAppBaseInfo: window_,
    getSystemInfo: call('getSystemInfo', window_),
    getLaunchOptionsSync: () => window.launch,
    getEnterOptionsSync: () => window.launch,
    nextTick: (then: () => void) => void Promise.resolve().then(then),
    setNavigationBarTitle: call('setNavigationBarTitle', ({ title }: { title: string }) => {
      document.title = title;
      return {};
    }),
    setNavigationBar: call('setNavigationBar', ({ title }: { title?: string }) => {
      if (title !== undefined) document.title = title;
      return {};
    }),
    setNavigationBarColor: call('setNavigationBarColor', () => ({})),
    setBackgroundColor: call('setBackgroundColor', () => ({})),
    showToast: call('showToast', () => ({})),
    hideToast: call('hideToast', () => ({})),
    showLoading: call('showLoading', () => ({})),
    hideLoading: call('hideLoading', () => ({})),
    showModal: call('showModal', () => ({ confirm: true, cancel: false })),
    confirm: call('confirm', () => ({ confirm: true })),
    vibrateShort: call('vibrateShort', () => ({})),
    pageScrollTo: call('pageScrollTo', () => ({})),
    setKeepScreenOn: call('setKeepScreenOn', () => ({})),
    getNetworkType: call('getNetworkType', () => ({ networkType: 'wifi' })),
    getUpdateManager: () => ({ onCheckForUpdate: nothing, onUpdateReady: nothing, onUpdateFailed: nothing }),
    createSelectorQuery: () => ({}),
    onThemeChange: nothing,
    offThemeChange: nothing,
    onError: nothing,
    offError: nothing,
    onUnhandledRejection: nothing,
    offUnhandledRejection: nothing,
    onPageNotFound: nothing,
    offPageNotFound: nothing,
    onMemoryWarning: nothing,
    onWindowResize: nothing,
    offWindowResize: nothing,
  };
}
