/** An environment variable that must be there. @throws TypeError naming it */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new TypeError(`${name} is not set`);
  return value;
}
