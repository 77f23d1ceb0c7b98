import * as limits from '../../../../shared/limits.ts';
import type { Text } from '../../../../shared/text.ts';
import type { Act } from './acts.ts';

const days = limits.cardReportLasts / 86_400_000;

/** All that is said of one act: its row, its question, what it does, what undoes it, its button, and what to do once it is done. */
interface ActTexts {
  row: Text;
  ask: Text;
  does: Text;
  undo: Text;
  yes: Text;
  done: Text;
  next: Text;
}

export const actTexts: Record<Act, ActTexts> = {
  freeze: {
    row: { zh: '冻结网证', en: 'Freeze the credential' },
    ask: { zh: '现在冻结网证吗？', en: 'Freeze the credential now?' },
    does: {
      zh: '马上生效。冻结以后，谁都不能用它核验，包括您自己。',
      en: 'At once nobody can be checked with it, not even you.',
    },
    undo: {
      zh: '随时可以解冻，要由您本人刷脸。',
      en: 'You can unfreeze it whenever you like, by your own face.',
    },
    yes: { zh: '冻结', en: 'Freeze it' },
    done: { zh: '网证已冻结', en: 'The credential is frozen' },
    next: {
      zh: '要用时，在这里解冻。急着办事，请柜台人工核验身份证。',
      en: 'Unfreeze it here when you need it. In a hurry, ask the staff to check your ID card.',
    },
  },
  'report-card': {
    row: { zh: '身份证丢了（挂失）', en: 'My ID card is lost' },
    ask: { zh: '身份证丢了，现在挂失吗？', en: 'Report the ID card lost?' },
    does: {
      zh: `马上生效。政务窗口等要“当面核验”的业务办不了，${days} 天后自动解除。酒店、寄递等照常能用。`,
      en: `At once, services that need a check in person no longer accept it. Hotels, parcels and the like still do. It ends by itself after ${days} days.`,
    },
    undo: {
      zh: '找到身份证后，由您本人刷脸撤销。',
      en: 'Once the card is found you withdraw it by your own face.',
    },
    yes: { zh: '挂失身份证', en: 'Report it lost' },
    done: { zh: '身份证已挂失', en: 'The ID card is reported lost' },
    next: {
      zh: '这里的挂失只管网证。身份证本身，请到派出所挂失并补办。补办后按新证的有效期重新申请网证。',
      en: 'This covers the credential only. For the card itself, report it to the police station and have it replaced; then apply again with the date on the new card.',
    },
  },
  'report-phone': {
    row: { zh: '手机丢了（挂失）', en: 'My phone is lost' },
    ask: { zh: '手机丢了，现在挂失吗？', en: 'Report the phone lost?' },
    does: {
      zh: '网证马上作废，丢的那部手机再也用不了它，正在进行的核验也会停下。',
      en: 'The credential is void at once. The lost phone can never use it again, and any check under way stops.',
    },
    undo: {
      zh: '不能恢复，找到手机也不行。以后要用，请重新申请。如果只是暂时找不到，可以先冻结。',
      en: 'Nothing undoes it, even if the phone is found: you apply again. If it is only mislaid, freeze the credential instead.',
    },
    yes: { zh: '挂失，网证作废', en: 'Report it lost' },
    done: { zh: '手机已挂失，网证已作废', en: 'The phone is reported lost, and the credential is void' },
    next: {
      zh: '请在现在这部手机上重新申请网证，再到运营商补办手机卡。',
      en: 'Apply again on the phone you now have, and ask your carrier for a new SIM card.',
    },
  },
  unfreeze: {
    row: { zh: '解冻网证', en: 'Unfreeze the credential' },
    ask: { zh: '解冻网证，继续使用吗？', en: 'Unfreeze the credential?' },
    does: {
      zh: '由您本人刷脸，通过以后网证可以照常使用。',
      en: 'You show your own face; once it has passed, the credential works as before.',
    },
    undo: { zh: '随时可以再冻结。', en: 'You can freeze it again at any time.' },
    yes: { zh: '解冻', en: 'Unfreeze it' },
    done: { zh: '网证已解冻', en: 'The credential is unfrozen' },
    next: { zh: '现在可以照常使用了。', en: 'It works as before.' },
  },
  'withdraw-card-report': {
    row: { zh: '身份证找到了（撤销挂失）', en: 'My ID card is found' },
    ask: { zh: '身份证找到了，撤销挂失吗？', en: 'Withdraw the report of the lost card?' },
    does: {
      zh: '由您本人刷脸，通过以后要“当面核验”的业务也能办了。如果已经补办了新证，不要撤销，请用新证的有效期重新申请。',
      en: 'You show your own face; then services that need a check in person accept it again. If the card was replaced, do not withdraw: apply again with the date on the new one.',
    },
    undo: { zh: '随时可以再挂失。', en: 'You can report it lost again at any time.' },
    yes: { zh: '撤销挂失', en: 'Withdraw the report' },
    done: { zh: '挂失已撤销', en: 'The report is withdrawn' },
    next: { zh: '现在可以照常使用了。', en: 'It works as before.' },
  },
};
