import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Ceremony, rulesOf } from '../../../shared/ceremonies.ts';
import type { CredentialState } from '../../../shared/credentials.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** What somebody is sent to an acceptance point for: the ceremony there, and in which states of the credential the text is read. */
interface Errand {
  ceremony: Ceremony;
  in: readonly CredentialState[];
}
const raise = (...states: CredentialState[]): Errand => ({ ceremony: 'raise', in: states });
const family: Errand = { ceremony: 'family', in: ['active'] };

/** By how each text begins that names an acceptance point; `none` where it sends nobody there now. */
const errands: Record<string, Errand | 'none'> = {
  '未满 14 周岁，请监护人': family,
  那部手机再也不能用这张网证: raise('active'),
  '到受理点升级：找地方': raise('active'),
  认证方马上删除登记的声音: raise('frozen'),
  受理点升级: 'none',
  在受理点当面核验过的: 'none',
  如果网证本来就在这部手机上: raise('active'),
  到受理点升级为彩色: raise('active'),
  请带家人的证件到受理点绑定: family,
  '快到期了。续期后还能再用': 'none',
  '孩子满 14 周岁了': 'none',
  '还需要的话，请带证件到受理点重新绑定': family,
  '马上停止，正在办的也不能通过': family,
  '已绑定 ${number} 位': family,
  '找受理点、预约': raise('active', 'frozen'),
  在手机上申请的网证是: raise('active'),
  身份证不在手边的: raise('active', 'frozen'),
  网证已在受理点升级为彩色: 'none',
  '要恢复，请带身份证到受理点': raise('active'),
  '网证照常用，只看脸': raise('frozen'),
  '还需要的，请带证件到受理点重新办理': family,
  预约受理点: raise('active', 'frozen'),
  '带身份证到受理点，受理员当面核对': raise('active'),
  '先在手机上申请，再到受理点升级': raise('active'),
  现在没有受理点: 'none',
  '${name}的受理点': 'none',
  '${count} 个受理点': 'none',
  请带身份证到受理点升级网证: raise('active'),
  '请带身份证到受理点，由受理员当面解冻': raise('frozen'),
  '请在“家人”里查看': family,
  受理点办理: 'none',
  升级要由另一位受理员复核: raise('active'),
  '原来能办的照常能办。要升级': raise('active'),
  '现在拍的照片加密后只发给认证方。认证方登记您的人脸特征': 'none',
  '不用再升级。要设密码、要人工解冻的': raise('active', 'frozen'),
};

const files = ['miniprogram/src', 'shared'].flatMap((folder) =>
  globSync('**/*.{ts,tsx}', { cwd: join(root, folder) })
    .filter((name) => !/\.(test|fixture)\./.test(name))
    .map((name) => join(root, folder, name)),
);
const texts = files.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(/zh:\s*(['`])((?:(?!\1).)*(?:受理点|人工解冻)(?:(?!\1).)*)\1/g),
  ].map(([, , text = '']) => text),
);

it('every text that names an acceptance point stands in the table, and every line of it is a text', () => {
  const keyOf = (text: string) => Object.keys(errands).filter((start) => text.startsWith(start));
  expect(texts.length).toBeGreaterThan(25);
  expect(texts.filter((text) => keyOf(text).length === 0)).toEqual([]);
  const used = new Set(texts.flatMap(keyOf));
  expect(Object.keys(errands).filter((start) => !used.has(start))).toEqual([]);
});

it.each(
  Object.entries(errands).flatMap(([start, errand]) => (errand === 'none' ? [] : [[start, errand] as const])),
)('whom “%s…” sends to a point is served there', (_, { ceremony, in: states }) => {
  const rules = rulesOf(ceremony);
  expect(rules.officer).toBe('point');
  for (const state of states) expect(rules.shownIn).toContain(state);
});
