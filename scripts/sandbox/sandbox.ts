import { type Static, Type } from 'typebox';
import { exact } from '../../shared/contract/form.ts';

/** What a sandbox folder holds, as `sandbox.json` in it says. Paths are relative to the folder. */
export const SandboxFile = exact({
  bffId: Type.String(),
  registry: Type.String(),
  signingKeys: Type.String(),
  /** Where each counter's private JWK lies. */
  counters: Type.Array(exact({ id: Type.String(), rpId: Type.String(), keyFile: Type.String() })),
  /** Where the private JWK lies with which an RP opens its result tokens. */
  decryptionKeys: Type.Array(exact({ rpId: Type.String(), keyFile: Type.String() })),
  authority: exact({ folder: Type.String(), apiKey: Type.String(), root: Type.String() }),
  wechat: exact({ appId: Type.String(), secret: Type.String() }),
  alipay: exact({
    appId: Type.String(),
    appPrivateKey: Type.String(),
    appPublicKey: Type.String(),
    platformPrivateKey: Type.String(),
    platformPublicKey: Type.String(),
  }),
  database: Type.String(),
});
export type SandboxFile = Static<typeof SandboxFile>;

/** A sandbox and the absolute folder in which it lies. */
export interface Sandbox extends SandboxFile {
  folder: string;
}
