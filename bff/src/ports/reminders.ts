import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';

/** Messages of one platform to people who gave it leave. */
export interface ReminderChannel {
  /** What leave is asked for: one for each of `limits.remindBefore`, in that order. */
  readonly templates: readonly string[];
  /**
   * Sends that template to the person whom the platform knows by this id. The text is the same for everybody: it says nothing of the person.
   * `refused`: the person gave no leave, or took it back.
   * @throws Problem platform-unavailable
   */
  send(subject: string, template: string): Promise<'sent' | 'refused'>;
}

/** Of the platforms for which the operator has templates. */
export type ReminderChannels = Partial<Record<LoginPlatform, ReminderChannel>>;
