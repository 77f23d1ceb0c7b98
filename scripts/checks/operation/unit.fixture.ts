import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

const deploy = new URL('../../deploy/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, deploy), 'utf8');

/** The unit that is handed out, line by line. */
export const unit = read('liangzheng-bff.service');
/** The settings that are handed out. */
export const sample = read('bff.env.sample');

/** What each line of that name in the unit says, in order. */
export function saidByUnit(name: string): string[] {
  return [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}

/** What the unit sets by itself; `%d` stands in it for the folder of credentials. */
export function setByUnit(): Record<string, string> {
  return Object.fromEntries(
    saidByUnit('Environment').map((line) => [
      line.slice(0, line.indexOf('=')),
      line.slice(line.indexOf('=') + 1),
    ]),
  );
}

/**
 * What the process is told: the unit's own settings, and in their place those of `EnvironmentFile` where they have the same name, which is
 * systemd's order (systemd.exec(5)).
 * @param file the content of /etc/liangzheng/bff.env
 * @param credentials where systemd puts the copies of the keys
 */
export function environmentOfUnit(file: string, credentials: string): Record<string, string> {
  const own = Object.entries(setByUnit()).map(([name, value]) => [name, value.replaceAll('%d', credentials)]);
  const given = Object.entries(parseEnv(file)).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(own), ...Object.fromEntries(given) };
}

/** The sample with what has to be filled in: answers of others, and the token that the keys came with. */
export function filledIn(metricsToken: string): string {
  return sample
    .replace(/^LZ_AUTHORITY_API_KEY=$/m, `LZ_AUTHORITY_API_KEY=${'a'.repeat(32)}`)
    .replace(/^LZ_WECHAT_SECRET=$/m, `LZ_WECHAT_SECRET=${'b'.repeat(32)}`)
    .replace(/^LZ_METRICS_TOKEN=$/m, `LZ_METRICS_TOKEN=${metricsToken}`);
}
