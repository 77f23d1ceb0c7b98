import { Field } from '../../staff/parts/form.tsx';
import { holdRegistrarToken } from '../call/call.ts';

/** The token of the authority's registrar, for what it signs: in the memory of this page, and gone with it. */
export function RegistrarToken({ id }: { id?: string }) {
  return (
    <Field
      {...(id === undefined ? {} : { id })}
      name="registrar-token"
      type="password"
      label={{ zh: '认证方登记员的令牌', en: "Token of the authority's registrar" }}
      hint={{
        zh: '名称由认证方登记并签名。令牌只留在本页内存里，不保存；离开本页就没有了。',
        en: 'Names are registered and signed by the authority. The token stays in the memory of this page and is kept nowhere.',
      }}
      onInput={holdRegistrarToken}
    />
  );
}
