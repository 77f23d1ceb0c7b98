import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '互相确认', en: 'Confirm each other' },
  lead: {
    zh: '两个人当面互相确认：对方是不是他自己网证的主人。谁也看不到对方的姓名。',
    en: 'Two people who meet confirm each other: that each is the owner of a credential. Neither sees a name.',
  },
  both: {
    zh: '一个人出示，另一个人扫；两个人都同意，各自拍脸核验，完成后两部手机都会显示对方的结果。视频通话里的码不要扫：那头不一定是面前的人。',
    en: 'One shows a code, the other scans it. Both agree and are checked by their own face; then each phone shows how it ended for the other. Never scan a code from a video call: whose it is you cannot see.',
  },
  show: { zh: '出示我的码', en: 'Show my code' },
  scan: { zh: '扫对方的码', en: "Scan the other's code" },
  scanMe: { zh: '请对方用“亮证”扫这个码', en: 'Let the other person scan this with Liangzheng' },
  changes: {
    zh: '码每秒更换，截图没有用。只给面前的人扫；完成后对一对两部手机上的编号。',
    en: 'The code is another one each second, so a picture of it does not work. Let only the person before you scan it, and at the end compare the reference on both phones.',
  },
  code: { zh: '互认码', en: 'Code' },
  joining: { zh: '已扫码，正在打开…', en: 'Scanned. Opening…' },
  opening: { zh: '正在准备互认码…', en: 'Preparing your code…' },
  unscanned: { zh: '没有人来扫，这个码已结束。', en: 'Nobody scanned it, so this code has ended.' },
  showAgain: { zh: '重新出示', en: 'Show a new code' },
  ownPassed: { zh: '您这边：已确认是您本人', en: 'You: confirmed' },
  ownFailed: {
    zh: '您这边：未能确认，对方看到的也是这样',
    en: 'You: not confirmed, and that is what the other person sees',
  },
  waiting: { zh: '请等对方完成', en: 'Waiting for the other person' },
  waitingCalm: {
    zh: '您这边已经完成。对方完成后，这里会显示对方的结果。',
    en: 'You are done. How it ended for the other person is shown here as soon as they are.',
  },
  confirmed: { zh: '对方已确认', en: 'The other is confirmed' },
  notConfirmed: { zh: '未能确认对方', en: 'Not confirmed' },
  confirmedNext: {
    zh: '认证方确认：与您互认的这部手机，拿着它的就是网证的主人本人。不显示姓名。',
    en: 'The authority confirms that whoever holds that phone is the owner of its credential. No name is shown.',
  },
  notConfirmedNext: {
    zh: '可能是对方没有同意、没有通过，或时间到了；是哪一种不会告诉任何人。请自己判断要不要继续。',
    en: 'The other person may have declined, not passed or run out of time: nobody is told which. Decide for yourself whether to go on.',
  },
  over: { zh: '互认已结束', en: 'It is over' },
  overNext: {
    zh: '您这边没有完成，所以看不到对方的结果。',
    en: 'You did not finish, so that nothing is shown of the other person.',
  },
  forgotten: {
    zh: '这次互认已经忘记：谁与谁互认过，很快就不再保存。',
    en: 'This meeting is forgotten: who met whom is not kept for long.',
  },
  reference: { zh: '编号', en: 'Reference' },
  counts: {
    zh: '请看两部手机上走动的时间，核对编号是不是相同；不同就不是这个人。截图不算数。',
    en: 'Look at the running clock on both phones and compare the reference: where it differs, it was not this person. A picture counts for nothing.',
  },
  apply: { zh: '先申请网证', en: 'Apply for a credential first' },
  again: { zh: '重新互相确认', en: 'Confirm each other again' },
} as const satisfies Record<string, Text>;
