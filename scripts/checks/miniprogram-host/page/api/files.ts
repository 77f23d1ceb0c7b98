import { call } from './call.ts';

const files = new Map<string, Uint8Array<ArrayBuffer>>();
let written = 0;

/** Keeps bytes as a temporary file of the app. @returns its path */
export function writeTemporaryFile(bytes: Uint8Array<ArrayBuffer>, extension: string): string {
  const path = `wxfile://tmp_${++written}.${extension}`;
  files.set(path, bytes);
  return path;
}

interface FileCall {
  filePath: string;
  encoding?: string;
}

function read({ filePath, encoding }: FileCall): { data: ArrayBuffer | string } {
  const bytes = files.get(filePath);
  if (bytes === undefined) throw new Error(`no such file or directory, open "${filePath}"`);
  const data = bytes.slice().buffer;
  return { data: encoding === 'base64' ? btoa(String.fromCharCode(...bytes)) : data };
}

function remove({ filePath }: FileCall): object {
  if (!files.delete(filePath)) throw new Error(`no such file or directory, unlink "${filePath}"`);
  return {};
}

/** `getFileSystemManager` of both platforms. */
export function filesApi(): Record<string, unknown> {
  const manager = {
    readFile: call('readFile', read),
    readFileSync: (filePath: string, encoding?: string) =>
      read(encoding === undefined ? { filePath } : { filePath, encoding }).data,
    unlink: call('unlink', remove),
    unlinkSync: (filePath: string) => void remove({ filePath }),
    removeSavedFile: call('removeSavedFile', remove),
  };
  return { getFileSystemManager: () => manager };
}
