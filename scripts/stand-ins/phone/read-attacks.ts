import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { list, record, text } from '../../../miniprogram/src/holder/guards.ts';
import { readJson } from './read-people.ts';

/** What is brought against one citizen; all files with their whole path. */
export interface Attacks {
  /** Named lists of frames, in the order of `attack.json`. */
  frames: { name: string; files: string[] }[];
  /** Recordings to be played while `prompt` is the challenge. */
  voices: { kind: string; file: string; prompt: string }[];
}

const isNames = list(text(), 1, 1_000);
const isVoices = list(record({ file: text(), prompt: text(/^[0-9]+$/), kind: text(/^[\w-]+$/) }), 0, 1_000);

/** The attacks in a people folder against the citizen of that id: none where there is no folder for it. */
export async function readAttacks(folder: string, id: string): Promise<Attacks> {
  const home = join(folder, 'attacks', id);
  const voiceHome = join(home, 'voice');
  const listed = await readIfThere(join(home, 'attack.json'), isObject);
  const voices = await readIfThere(join(voiceHome, 'attack-voice.json'), isVoices);
  return {
    frames: Object.entries(listed ?? {}).flatMap(([name, files]) =>
      isNames(files) ? [{ name, files: files.map((file) => join(home, file)) }] : [],
    ),
    voices: (voices ?? []).map((voice) => ({ ...voice, file: join(voiceHome, voice.file) })),
  };
}

async function readIfThere<T>(file: string, form: (value: unknown) => value is T): Promise<T | undefined> {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  return there ? await readJson(file, form) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whom a people folder holds attacks against. */
export async function listAttacks(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'attacks'), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
