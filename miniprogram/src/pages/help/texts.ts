import type { Text } from '../../../../shared/text.ts';
import type { PictureName } from '../../../../shared/ui/pictures.ts';

export const texts = {
  title: { zh: '帮助', en: 'Help' },
  staffedHeading: { zh: '随时可以人工核验', en: 'The staffed way is always open' },
  staffed: {
    zh: '用手机核验是自愿的。您随时可以请柜台工作人员直接核验身份证，办理结果一样，不需要说明理由。',
    en: 'Using the phone is your choice. At any moment you may ask the staff to check your ID card instead: same service, no reason needed.',
  },
  stepsHeading: { zh: '在柜台会发生什么', en: 'What happens at the counter' },
  learnsHeading: { zh: '柜台会知道什么', en: 'What the counter learns' },
  learns: {
    zh: '只知道结果（通过或未通过）、等级和时间。柜台看不到您的姓名、证件号码、手机号码、人脸和声音，也不会留下复印件。',
    en: 'Only the result, the level and the time. Not your name, ID number, phone number, face or voice, and there is no copy to keep.',
  },
  weLearnHeading: { zh: '本服务会知道什么', en: 'What this service learns' },
  weLearn: {
    zh: '知道是哪部手机在登录，以及它在哪个柜台核验、结果如何。人脸、声音和证件信息在手机上就已加密，只有认证方能打开，本服务打不开。',
    en: 'Which phone signs in, at which counter it was checked and how that ended. Face, voice and identity are sealed on the phone for the authority alone: this service cannot open them.',
  },
  hotlineHeading: { zh: '电话咨询', en: 'Help by telephone' },
  hotlineUnknown: {
    zh: '现在查不到号码，请问柜台工作人员。',
    en: 'The number cannot be had now: ask the staff.',
  },
  failsHeading: { zh: '遇到问题怎么办', en: 'When something fails' },
} as const satisfies Record<string, Text>;

/** The check as the person meets it, in order. */
export const steps: readonly { picture?: PictureName; text: Text }[] = [
  { text: { zh: '扫柜台上的二维码。', en: 'You scan the code on the counter.' } },
  {
    text: {
      zh: '手机显示谁要核验、在哪个柜台、办什么事。看清楚，再选择同意或不同意。',
      en: 'The phone shows who asks, at which counter and for what. Read it, then agree or decline.',
    },
  },
  {
    picture: 'turn-left',
    text: { zh: '看着手机，按提示做动作。', en: 'Look at the phone and follow the prompts.' },
  },
  { picture: 'read', text: { zh: '读出屏幕上的数字。', en: 'Read the digits on the screen aloud.' } },
  {
    text: {
      zh: '有的柜台会问您手机上的三位数字：只告诉您面前的工作人员，不要在电话里告诉别人。',
      en: 'Some counters ask for three digits on your phone: tell them to the staff in front of you, and never to anybody by telephone.',
    },
  },
  {
    text: {
      zh: '手机和柜台同时显示结果。',
      en: 'The phone and the counter show the result at the same time.',
    },
  },
];

export const findPoint: Text = { zh: '找受理点、预约', en: 'Find a point, make an appointment' };

/** Asked by those whose credential does not reach. */
export const raising: { asked: Text; answer: Text } = {
  asked: { zh: '需要当面核验的网证', en: 'A credential checked in person is needed' },
  answer: {
    zh: '在手机上申请的网证是“线上办理”。带身份证到受理点当面核对后，升级为“当面核验”，政务窗口和交通管理也能用。在那之前，请工作人员人工核验身份证，一样可以办理。已经升级过、刚迁到新手机的，迁移时读了数字，一天后自动恢复，不用再去。',
    en: 'A credential that you applied for on the phone is raised when you show your ID card at an acceptance point; government windows and traffic police then take it too. Until then ask the staff to check your card: you are served all the same. If it was raised before and you have just brought it to a new phone, reading the digits then, that comes back by itself after a day; you need not go again.',
  },
};

/** What goes wrong, and what to do about it. */
export const questions: readonly { asked: Text; answer: Text }[] = [
  {
    asked: { zh: '二维码已过期', en: 'The code has expired' },
    answer: {
      zh: '二维码一直在更换，再扫一次就行。',
      en: 'It keeps changing: just scan it again.',
    },
  },
  {
    asked: { zh: '没有通过', en: 'The check did not pass' },
    answer: {
      zh: '换到光线均匀、安静的地方，摘下口罩，画面里只有您一个人，再试一次。连续多次没有通过，网证会暂停使用 30 分钟，这时请工作人员人工核验身份证。',
      en: 'Find even light and a quiet spot, take off a mask, be alone in the picture, and try again. After several failures the credential rests for 30 minutes; ask the staff meanwhile.',
    },
  },
  {
    asked: { zh: '相机或麦克风用不了', en: 'Camera or microphone does not work' },
    answer: {
      zh: '请在手机或浏览器的设置里允许使用相机和麦克风，再回来重试。也可以请工作人员人工核验身份证。',
      en: "Allow camera and microphone in the phone's settings, then come back and try again. Or choose the staffed way.",
    },
  },
  {
    asked: { zh: '没有网络', en: 'No network' },
    answer: {
      zh: '网证仍会显示，但核验需要联网。请连上网络后重试，已经拍好、录好的不会丢失。',
      en: 'Your card still shows, but a check needs the network. Connect and try again; what was captured is not lost.',
    },
  },
  {
    asked: { zh: '换了手机', en: 'A new phone' },
    answer: {
      zh: '在新手机登录，24 小时内可以把网证迁过来，不用重新申请。原来的手机丢了，请在新手机登录，先到“管理网证”挂失手机，再重新申请。',
      en: 'Sign in on the new one: within 24 hours the credential can be brought along. If the former phone is lost, sign in on another one, report the phone lost under "Manage the credential", then apply again.',
    },
  },
  {
    asked: { zh: '显示“已在别的手机登录”', en: '"Signed in on another phone"' },
    answer: {
      zh: '是您本人换了手机，不用处理。不是您本人，请在首页点“不是我本人登录的”，网证马上暂停。先说明，再在本机重新登录。',
      en: 'If it was you, nothing needs to be done. If not, tap "This was not me" on the home page: the credential is suspended at once. Say so first, then sign in here again.',
    },
  },
  raising,
];
