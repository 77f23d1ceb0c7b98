import { existsSync } from 'node:fs';
import { execaSync } from 'execa';

/** Without a network the packages are given up soon. */
const patience = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];

/**
 * Sees to it that something of the system is there: where it is not and this is root on a Debian, its package is installed, and
 * nothing of it is started.
 * @param say tells what takes a while
 * @returns whether it is there
 */
export function haveSystemPackage(
  name: string,
  isThere: () => boolean,
  say: (words: string) => void,
): boolean {
  if (!isThere() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`${name} is not here: installing it from the packages of this system (a minute or two, once) ...`);
    apt('update');
    apt('install', '-y', '--no-install-recommends', name);
  }
  return isThere();
}

function apt(...words: string[]): void {
  execaSync('apt-get', [...patience, ...words], {
    stdio: 'ignore',
    // In this run level no service is begun by its installation.
    env: { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    timeout: 600_000,
    reject: false,
  });
}
