import type { DelegationState } from '../../../../shared/family.ts';
import type { Text } from '../../../../shared/text.ts';

export const texts = {
  title: { zh: '家人', en: 'Family' },
  reading: { zh: '正在读取…', en: 'Reading…' },
  intro: {
    zh: '您可以为没有手机的家人办理核验：孩子、父母等。每次都由家人本人刷脸，您点同意。',
    en: 'You can act for family members without a phone: children, parents and others. Each time their own face is looked at, and you agree.',
  },
  none: { zh: '还没有绑定家人。', en: 'You do not answer for anybody yet.' },
  noneNext: {
    zh: '请带家人的证件到受理点绑定：未满 16 周岁带户口簿或出生证明，满 16 周岁的家人带身份证一起来。',
    en: 'Take their papers to an acceptance point: the household register or birth certificate of a child under 16; who is 16 or older comes along with the ID card.',
  },
  usedFor: { zh: '可以办', en: 'For' },
  ends: { zh: '有效到', en: 'Until' },
  state: { zh: '状态', en: 'State' },
  relation: { zh: '关系', en: 'Relation' },
  restsNext: {
    zh: '您自己的网证现在不能用，所以先停下。您的网证恢复后，这里也会恢复。',
    en: 'Your own credential cannot be used now, so this is paused too. It works again once yours does.',
  },
  toManage: { zh: '查看我的网证', en: 'See my credential' },
  dueNext: {
    zh: '快到期了。续期后还能再用，不用去受理点。',
    en: 'It ends soon. Renew it here: you need not go anywhere.',
  },
  grownNext: {
    zh: '孩子满 14 周岁了，原来的方式已结束。换成新的方式就能接着用，不用去受理点。',
    en: 'The child is 14 now, which ended it. Go on in the new form: you need not go anywhere.',
  },
  endedNext: {
    zh: '还需要的话，请带证件到受理点重新绑定。',
    en: 'If you still need it, take the papers to an acceptance point.',
  },
  more: { zh: '家人码、称呼、解除', en: 'Family code, name, end it' },
  rename: { zh: '改称呼', en: 'Change the name' },
  renameAsk: { zh: '怎么称呼这位家人？', en: 'What do you call this person?' },
  nameField: { zh: '称呼', en: 'Name' },
  nameHint: {
    zh: '只存在这部手机上，别人看不到。不填就按关系显示。',
    en: 'It stays on this phone, and nobody else sees it. Leave it empty to go by the relation.',
  },
  save: { zh: '保存', en: 'Save' },
  renew: { zh: '续期一年', en: 'Renew for a year' },
  renewGrown: { zh: '换新的方式续期', en: 'Go on in the new form' },
  renewed: { zh: '已续期', en: 'Renewed' },
  ended: { zh: '已解除绑定', en: 'You do not act for them any more' },
  giveCode: { zh: '我不在场：取家人码', en: 'I am not there: get a family code' },
  askMe: { zh: '我不在场时，每次先问我', en: 'Ask me each time when I am not there' },
  askMeHint: {
    zh: '关掉一天后，您给了家人码就算同意那一次，办完会通知您。',
    en: 'A day after you turn it off, giving a code is your consent to that one time, and you hear of it afterwards.',
  },
  alwaysAsked: {
    zh: '孩子未满 14 周岁，每次都要您同意。',
    en: 'Under 14 your consent is needed each time.',
  },
  present: {
    zh: '您和家人都在场时，用这部手机扫柜台的二维码，选“为家人办理”。',
    en: 'When you are both there, scan the code of the counter with this phone and choose "This is for a family member".',
  },
  end: { zh: '解除绑定', en: 'End it' },
  endAsk: { zh: '不再为这位家人办理吗？', en: 'Stop acting for this person?' },
  endDoes: {
    zh: '马上停止，正在办的也不能通过。以后要再绑定，需带证件到受理点。',
    en: 'It stops at once, also for a check under way. To act again you have to take the papers to an acceptance point.',
  },
  endYes: { zh: '解除', en: 'End it' },
  keep: { zh: '不解除', en: 'Keep it' },
  code: { zh: '家人码', en: 'Family code' },
  codeSay: {
    zh: '请打电话念给家人，由工作人员在终端上输入。只能用一次。',
    en: 'Say it to them by telephone; the staff type it at the terminal. It works once.',
  },
  codeOnlyFamily: {
    zh: '只告诉您的家人。别人拿到它也不能冒充家人，但会打扰您。',
    en: 'Tell nobody but your family. It lets nobody pass for them, but it would disturb you.',
  },
  codeThen: {
    zh: '请把这一页开着：输入后，这里会问您同不同意。',
    en: 'Keep this page open: once it is typed you are asked here whether you agree.',
  },
  codeTells: {
    zh: '您选了不用每次问：给出这个码，就算同意这一次。办完会通知您。',
    en: 'You chose not to be asked: giving this code is your consent to this one time. You hear of it afterwards.',
  },
  codeOver: { zh: '这个码已过期', en: 'This code has run out' },
  codeOverNext: { zh: '没有关系，换一个再念给家人。', en: 'It does not matter: get another one.' },
  newCode: { zh: '换一个', en: 'Another code' },
  done: { zh: '好了', en: 'Done' },
  cutOff: {
    zh: '暂时收不到家人的请求，正在重试。请看一下网络。',
    en: 'Requests do not come through now; trying again. Please look at your network.',
  },
  asker: { zh: '核验方', en: 'Who asks' },
  counter: { zh: '柜台', en: 'Counter' },
  place: { zh: '地点', en: 'Place' },
  what: { zh: '办理事项', en: 'What for' },
  someone: { zh: '家人', en: 'a family member' },
  notYours: {
    zh: '不是您的家人，请点不同意。',
    en: 'If it is not your family, decline.',
  },
  aheadAsk: {
    zh: '您选了不用每次问：同意后就给您家人码，这一次不再问您。',
    en: 'You chose not to be asked each time: once you agree you get the code, and are not asked again for this one time.',
  },
  agree: { zh: '同意', en: 'Agree' },
  decline: { zh: '不同意', en: 'Decline' },
  agreed: { zh: '已同意，正在终端上核验…', en: 'Agreed. The terminal is checking…' },
  declined: { zh: '已告诉柜台：不同意', en: 'The counter was told: declined' },
  declinedNext: {
    zh: '如果那不是您的家人，可以解除绑定，或拨打页面下方的咨询电话。',
    en: 'If it was not your family, you can end it, or call the number below.',
  },
  passed: { zh: '家人已通过核验', en: 'They passed the check' },
  notPassed: { zh: '没有通过', en: 'Not passed' },
  over: { zh: '这次核验已结束', en: 'This check is over' },
  staffNext: {
    zh: '家人可以请工作人员看证件，人工核验；也可以再取一个家人码。',
    en: 'They can ask the staff to look at their papers, or you get another family code.',
  },
  forWhom: { zh: '这次为谁办理？', en: 'Whom is this for?' },
  forMe: { zh: '为我自己', en: 'For me' },
  noneFits: { zh: '没有家人可以在这里办', en: 'None of your family can be checked here' },
  noneFitsNext: {
    zh: '绑定时没有选这类业务，已暂停或结束，或者这里要求更高。家人可以请工作人员看证件，人工核验。',
    en: 'This kind of business was not chosen, it is paused or over, or this place asks for more. They can ask the staff to look at their papers.',
  },
  faceHow: {
    zh: '要家人本人在您身边。先转头、点头或张嘴，跟着图和大字做，您可以在旁边念。',
    en: 'They must be here with you. They follow two prompts, such as turning the head or nodding; you may read them aloud.',
  },
} as const satisfies Record<string, Text>;

export const stateTexts = {
  active: { zh: '可以使用', en: 'Ready for use' },
  rests: { zh: '暂停', en: 'Paused' },
  ended: { zh: '已结束', en: 'Over' },
} as const satisfies Record<DelegationState, Text>;

/** Until a code runs out. */
export function timeLeft(milliseconds: number): Text {
  const minutes = Math.ceil(milliseconds / 60_000);
  return {
    zh: `${minutes} 分钟内有效`,
    en: minutes === 1 ? 'Good for a minute' : `Good for ${minutes} minutes`,
  };
}

/** Of how many, how many there are. */
export function howMany(number: number, most: number): Text {
  if (number < most) {
    return {
      zh: `已绑定 ${number} 位，最多 ${most} 位。要再绑定，请带证件到受理点。`,
      en: `${number} of at most ${most}. To add somebody, take the papers to an acceptance point.`,
    };
  }
  return {
    zh: `已绑定 ${most} 位，不能再多了。要绑定别人，请先解除一位。`,
    en: `${most} of at most ${most}. To add somebody, end one first.`,
  };
}

/** A ward at a terminal, for whom the owner is asked. */
export function waitsFor({ zh, en }: Text): Text {
  return { zh: `${zh}正在办理，等您同意`, en: `Your consent is needed for ${en}` };
}

/** For whom the check is. */
export function chosen({ zh, en }: Text): Text {
  return { zh: `为${zh}办理`, en: `For ${en}` };
}

/** Beside the switch, once it was turned off. */
export function askedUntil(when: string): Text {
  return {
    zh: `从 ${when} 起不再问您。打开就恢复每次都问。`,
    en: `From ${when} on you are not asked any more. Turn it on to be asked again.`,
  };
}
