import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Has files that root made belong to whom the folder belongs that they lie in, as a service under a user of its own opens what it finds
 * there. Files that are not there, and whoever is not root, change nothing.
 */
export function giveToOwner(...files: string[]): void {
  if (process.getuid?.() !== 0) return;
  for (const file of files.filter((each) => existsSync(each))) {
    const { uid, gid } = statSync(dirname(file));
    chownSync(file, uid, gid);
  }
}
