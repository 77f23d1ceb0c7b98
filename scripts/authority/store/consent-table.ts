import type { DatabaseSync } from 'node:sqlite';
import { consentForms, consentSubjects } from '../../../shared/consent/consent-forms.ts';
import type { ConsentTable } from '../ports/consents.ts';
import { text } from './columns.ts';

/** What was agreed to at a desk or a counter by who has no phone there, by the credential that it is about: it goes with that. */
export const consentSchema = `create table if not exists credential_consents (
  handle text not null,
  form text not null,
  subject text not null,
  version text not null,
  hash text not null,
  language text not null,
  day text not null,
  primary key (handle, form)
)`;

export function consentTable(db: DatabaseSync): ConsentTable {
  const put =
    db.prepare(`insert into credential_consents (handle, form, subject, version, hash, language, day)
    values (:handle, :form, :subject, :version, :hash, :language, :day)
    on conflict (handle, form) do update set subject = excluded.subject, version = excluded.version, hash = excluded.hash,
      language = excluded.language, day = excluded.day where credential_consents.version <> excluded.version`);
  const of = db.prepare('select * from credential_consents where handle = ? order by form');
  return {
    put(handle, { form, subject, version, hash, language, day }) {
      put.run({ handle, form, subject, version, hash, language, day });
    },
    of: (handle) =>
      of.all(handle).map((row) => {
        const form = consentForms.find((known) => known === text(row, 'form'));
        const subject = consentSubjects.find((known) => known === text(row, 'subject'));
        if (form === undefined || subject === undefined)
          throw new TypeError('a kept consent is of no known kind');
        return {
          ...{ form, subject, version: text(row, 'version'), hash: text(row, 'hash'), day: text(row, 'day') },
          language: text(row, 'language') === 'en' ? 'en' : 'zh',
        };
      }),
  };
}
