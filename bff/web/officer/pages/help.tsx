import type { Text } from '../../../../shared/text.ts';
import { useSay } from '../../staff/say.tsx';
import { Step } from '../step.tsx';

interface Topic {
  id: string;
  title: Text;
  lines: readonly Text[];
}

const topics: readonly Topic[] = [
  {
    id: 'course',
    title: { zh: '怎么办理', en: 'How one goes' },
    lines: [
      {
        zh: '按 Enter 显示二维码，请对方用自己的手机扫码，看清是谁在问，再同意。',
        en: 'Press Enter for the code; they scan it with their own phone, read who asks, and agree.',
      },
      {
        zh: '对方按手机提示拍摄时，您读取身份证原件，核对后加密发送。',
        en: 'While they follow their phone you read the card itself, compare it, and seal and send it.',
      },
      {
        zh: '看着面前的人回答三个问题，作出决定，用通行密钥确认。请对方念出手机上的三个数字，您来输入。',
        en: 'Look at the person, answer three questions, decide, and confirm with your passkey. They say the three digits on their phone, and you type them.',
      },
    ],
  },
  {
    id: 'card',
    title: { zh: '怎么看身份证真假', en: 'Whether a card is genuine' },
    lines: [
      {
        zh: '对着光转动：看变色图案和定向光变膜；摸边缘和表面有没有揭开、重贴的痕迹。',
        en: 'Turn it in the light: look for the pattern that changes colour; feel edges and surface for what was lifted or glued.',
      },
      {
        zh: '印的内容与读卡器读出的必须完全一样。不一样就选“可疑”。',
        en: 'What is printed has to be exactly what the reader says. If it is not, answer no.',
      },
      {
        zh: '复印件、照片、临时身份证不能用来升级。',
        en: 'Copies, photographs and temporary cards do not count.',
      },
    ],
  },
  {
    id: 'face',
    title: { zh: '脸上有没有不自然的地方', en: 'Anything unnatural on a face' },
    lines: [
      {
        zh: '看发际线、脖子和耳后有没有接缝，脸的颜色与脖子是否一致，眨眼和说话时皮肤是否跟着动。',
        en: 'Look for seams at hairline, neck and behind the ears, for a face of another colour than the neck, for skin that does not move with a blink or a word.',
      },
      {
        zh: '伤疤、胎记、头巾、胡须、眼镜都不算。要求摘口罩和墨镜即可。',
        en: 'Scars, birthmarks, headscarves, beards and glasses are none of it. Masks and sunglasses come off.',
      },
    ],
  },
  {
    id: 'exception',
    title: { zh: '拍不了脸，或姓名改过', en: 'No face can be taken, or a name was changed' },
    lines: [
      {
        zh: '在对方同意之前按“拍不了脸”。姓名改过的，在决定时勾选“姓名与登记的不一致”。',
        en: 'Press "no face can be taken" before they agree. Where a name was changed, tick it as you decide.',
      },
      {
        zh: '两种情况都需要同一受理点的另一位受理员，在这台电脑上用自己的通行密钥确认。',
        en: 'Both need another officer of this point, who confirms here with their own passkey.',
      },
    ],
  },
  {
    id: 'family',
    title: { zh: '家人绑定', en: 'Family: to bind, and to end it' },
    lines: [
      {
        zh: '监护人和家人必须都到场。先看证明亲属关系的材料：户口簿、出生医学证明、结婚证或判决书。看不出关系的，不办。',
        en: 'Guardian and family member are both here. Look first at what shows that they are family: register, birth or marriage certificate, judgement. Where nothing does, do not bind.',
      },
      {
        zh: '先读监护人的身份证，再读家人的证件。手机上的人、身份证和面前的监护人必须是同一个人：不是的，不办。手机由别处的人扫码、拍摄的，也不办。',
        en: 'Read the guardian’s card first, then the papers of the family member. Phone, card and the guardian before you have to be one person; where the phone is used by somebody elsewhere, do not bind.',
      },
      {
        zh: '16 岁及以上：请监护人走开，单独问本人愿不愿意；屏幕和摄像头对着本人，不是监护人。',
        en: 'From 16 on: ask the guardian to step away, and ask them alone; screen and camera face them, not the guardian.',
      },
      {
        zh: '解除只需要满 18 周岁的本人和身份证，不问理由，也不通知监护人到场。回执交给本人。',
        en: 'To end it takes somebody of 18 or older and their card alone; no reason is asked, and no guardian has to come. Hand them the slip.',
      },
    ],
  },
  {
    id: 'doubt',
    title: { zh: '说不准，或对方像是被逼迫', en: 'Not sure, or somebody seems to be forced' },
    lines: [
      {
        zh: '说不准就选“转交另一位复核”：不会当场拒绝，网证暂时不变，对方手机会收到结果。',
        en: 'If you are not sure, hand it on: nobody is refused on the spot, the credential stays as it is, and the phone hears of it.',
      },
      {
        zh: '像是被人逼迫或由电话指使：选“不同意”，请陪同的人离开，再单独问。需要时报警。',
        en: 'If somebody seems to be forced, or led by a phone call: say no, ask whoever came along to step away, and ask again. Call the police where it is needed.',
      },
    ],
  },
  {
    id: 'trouble',
    title: { zh: '设备或网络有问题', en: 'The reader, the line or the passkey fails' },
    lines: [
      {
        zh: '读不出：擦净卡面再放一次；还不行就手动输入，系统会检查每一位。',
        en: 'The reader: wipe the card and lay it down again; if that fails type it, and each character is checked.',
      },
      {
        zh: '没有网：请对方稍等，恢复后自动继续；超过几分钟会作废，重新开始即可，不扣次数。',
        en: 'The line: ask them to wait, it goes on by itself; after a few minutes it runs out, and can be begun anew.',
      },
      {
        zh: '通行密钥丢了：马上告诉管理员撤销，由另一位受理员接着办理。',
        en: 'A passkey is lost: tell your administrator at once to revoke it, and let another officer go on.',
      },
    ],
  },
];

/** What an officer has to know, one question under the other. */
export function Help() {
  const { say } = useSay();
  return (
    <Step title={{ zh: '受理员帮助', en: 'Help for officers' }}>
      {topics.map(({ id, title, lines }) => (
        <section key={id} aria-labelledby={`help-${id}`}>
          <h2 id={`help-${id}`}>{say(title)}</h2>
          <ul class="lines">
            {lines.map((line) => (
              <li key={line.en}>{say(line)}</li>
            ))}
          </ul>
        </section>
      ))}
    </Step>
  );
}
