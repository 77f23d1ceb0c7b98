import { readFile } from 'node:fs/promises';
import type { Form } from '../../../miniprogram/src/holder/form.ts';

/** Reads a JSON file of that form. @throws Error that names the file, when it is missing or different */
export async function readJson<T>(file: string, form: Form<T>): Promise<T> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!form(value)) throw new Error(`${file} does not have the form of such a file`);
  return value;
}
