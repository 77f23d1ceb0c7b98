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

/** Reads settings one by one and collects what is wrong with them, so that all faults are told at once. */
export interface SettingReader {
  /** The text, or undefined where it is absent or empty. */
  optional(name: string): string | undefined;
  /** What `read` makes of the text; a fault where it is absent and there is no default, or where `read` answers undefined or throws. */
  setting<T>(name: string, shouldBe: string, read: (text: string) => T | undefined, absent?: T): Setting<T>;
  fault(name: string, shouldBe: string): void;
  /** @throws ConfigError where there is any fault */
  finish(): void;
}

export function settingReader(environment: Environment): SettingReader {
  const faults: string[] = [];
  const fault = (name: string, shouldBe: string) => void faults.push(`${name}: ${shouldBe}`);
  const optional = (name: string) => environment[name]?.trim() || undefined;
  return {
    fault,
    optional,
    setting(name, shouldBe, read, absent) {
      const text = optional(name);
      const value = text === undefined ? absent : attempt(() => read(text));
      if (value === undefined) fault(name, shouldBe);
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
