import { isSettingName, nearestSetting, type SettingName, settingOf } from './settings.ts';

/** A start that is refused. Names each bad variable and what it should be, never what it was. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The configuration is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that was read: call it once all are. @throws ConfigError with all faults where it could not be read */
export type Setting<T> = () => T;

/** Reads settings one by one, each by its line in the table, and collects what is wrong, so that all faults are told at once. */
export interface SettingReader {
  /** The text, or undefined where it is absent or empty. */
  optional(name: SettingName): string | undefined;
  /** What `read` makes of the text or the default; a fault where there is neither, or `read` answers undefined or throws. */
  setting<T>(name: SettingName, read: (text: string) => T | undefined): Setting<T>;
  /** @throws ConfigError where there is any fault */
  finish(): void;
}

/** The prefix LZ_ is of this program alone: a name with it that is no setting is a typing error, and a fault. */
export function settingReader(environment: Environment): SettingReader {
  const faults: string[] = [];
  const optional = (name: SettingName) => environment[name]?.trim() || undefined;
  const sandbox = optional('LZ_MODE') === 'sandbox';
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('LZ_') || isSettingName(name)) continue;
    const meant = nearestSetting(name);
    faults.push(`${name}: not a setting of this program${meant === undefined ? '' : `; ${meant} is`}`);
  }
  return {
    optional,
    setting(name, read) {
      const { default: absent, inSandbox, shouldBe } = settingOf(name);
      const text = optional(name) ?? absent ?? (sandbox ? inSandbox : undefined);
      const value = text === undefined ? undefined : attempt(() => read(text));
      if (value === undefined) faults.push(`${name}: ${shouldBe}`);
      return () => {
        if (value === undefined) throw new ConfigError(faults);
        return value;
      };
    },
    finish() {
      if (faults.length > 0) throw new ConfigError(faults);
    },
  };
}

function attempt<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
