import type { HolderAction } from '../../../shared/holder-actions.ts';
import type { Text } from '../../../shared/text.ts';

export interface LocalProblem extends Text {
  retryable: boolean;
  action: HolderAction;
  /** What to do next, where the action's own words say too little. */
  next?: Text;
}

/** What can go wrong on the phone itself; what the BFF answers is in `shared/errors.ts`. Closed as well. */
export const localProblems = {
  'network-failed': {
    retryable: true,
    action: 'retry-later',
    zh: '网络连不上，请检查手机的网络',
    en: 'No network: check the connection of your phone.',
  },
  'answer-unreadable': {
    retryable: true,
    action: 'retry-later',
    zh: '服务的回答读不懂',
    en: 'The answer could not be understood.',
  },
  'authority-untrusted': {
    retryable: false,
    action: 'ask-staff',
    zh: '无法确认认证方是真的，什么都没有拍、没有录',
    en: 'This does not come from the authority, or not for this check. Nothing was captured.',
  },
  'clock-wrong': {
    retryable: true,
    action: 'retry-later',
    zh: '手机的时间不对',
    en: "This phone's clock is wrong.",
    next: {
      zh: '请到手机设置里打开“自动设置时间”，再试一次；也可以请工作人员人工核验身份证',
      en: 'Turn on "set the time automatically" in the settings of the phone and try again, or ask the staff to check your card.',
    },
  },
  'camera-refused': {
    retryable: true,
    action: 'ask-staff',
    zh: '还没有允许使用相机',
    en: 'The camera may not be used.',
    next: {
      zh: '请在手机或浏览器的设置中允许使用相机，然后再试一次；也可以请工作人员人工核验身份证',
      en: 'Allow the camera in the settings, then try again, or ask the staff to check your card.',
    },
  },
  'camera-busy': {
    retryable: true,
    action: 'capture-again',
    zh: '别的应用正在用相机',
    en: 'Another app is using the camera.',
    next: {
      zh: '请结束视频通话，关掉正在用相机的应用，再试一次',
      en: 'End any video call, close the app that uses the camera, then try again.',
    },
  },
  'camera-unsupported': {
    retryable: false,
    action: 'ask-staff',
    zh: '在这里不能用相机',
    en: 'The camera cannot be used in here.',
    next: {
      zh: '请点右上角菜单，选“在浏览器打开”，或用手机自带的浏览器再扫一次码；也可以请工作人员人工核验身份证',
      en: 'Choose "open in browser" in the menu at the top, or scan again with the browser of the phone itself; or ask the staff to check your card.',
    },
  },
  'camera-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '没有找到相机',
    en: 'There is no camera.',
  },
  'microphone-refused': {
    retryable: true,
    action: 'ask-staff',
    zh: '还没有允许使用麦克风',
    en: 'The microphone may not be used.',
    next: {
      zh: '请在手机或浏览器的设置中允许使用麦克风，然后再试一次；也可以请工作人员人工核验身份证',
      en: 'Allow the microphone in the settings, then try again, or ask the staff to check your card.',
    },
  },
  'microphone-busy': {
    retryable: true,
    action: 'capture-again',
    zh: '别的应用正在用麦克风',
    en: 'Another app is using the microphone.',
    next: {
      zh: '请结束通话或语音聊天，关掉正在录音的应用，再试一次',
      en: 'End any call, close the app that records, then try again.',
    },
  },
  'microphone-unsupported': {
    retryable: false,
    action: 'ask-staff',
    zh: '在这里不能用麦克风',
    en: 'The microphone cannot be used in here.',
    next: {
      zh: '请点右上角菜单，选“在浏览器打开”，或用手机自带的浏览器再扫一次码；也可以请工作人员人工核验身份证',
      en: 'Choose "open in browser" in the menu at the top, or scan again with the browser of the phone itself; or ask the staff to check your card.',
    },
  },
  'microphone-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '没有找到麦克风',
    en: 'There is no microphone.',
  },
  'capture-interrupted': {
    retryable: true,
    action: 'capture-again',
    zh: '刚才中断了，什么都没有发送',
    en: 'The capture was interrupted; nothing was sent.',
  },
  'capture-timeout': {
    retryable: true,
    action: 'capture-again',
    zh: '刚才用的时间太长了，什么都没有发送',
    en: 'The capture took too long; nothing was sent.',
  },
  'capture-empty': {
    retryable: true,
    action: 'capture-again',
    zh: '没有拍到或录到内容',
    en: 'Nothing was captured.',
  },
  'platform-face-left': {
    retryable: true,
    action: 'capture-again',
    zh: '刷脸没有完成',
    en: 'The face check was not finished.',
  },
  'platform-face-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '这个版本不能刷脸，请更新应用后再试',
    en: 'This version of the app has no face check: update the app and try again.',
  },
  'randomness-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '这部手机不能安全加密，什么都没有拍、没有录',
    en: 'This phone cannot encrypt safely, so nothing was captured.',
  },
} as const satisfies Record<string, LocalProblem>;
