import { createHmac } from 'node:crypto';

/** The code to show `elapsed` whole seconds after the session was opened. */
export function counterCode(s: Record<string, string>, elapsed: number): string {
  const mac = createHmac('sha256', Buffer.from(s.secret ?? '', 'base64url'));
  const told = [s.token, elapsed, s.rpId, s.counterId, s.scene, s.purpose];
  for (const field of ['liangzheng counter code', '1', ...told]) {
    const bytes = Buffer.from(String(field), 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    mac.update(length).update(bytes);
  }
  const signed = mac.digest().subarray(0, 16).toString('base64url');
  return `${s.codeBaseUrl}/q/1.${s.token}.${elapsed}.${signed}`;
}

const [codeBaseUrl = '', token = '', secret = '', ...rest] = process.argv.slice(2);
const [rpId = '', counterId = '', scene = '', purpose = '', elapsed = '0'] = rest;
console.log(counterCode({ codeBaseUrl, token, secret, rpId, counterId, scene, purpose }, Number(elapsed)));
