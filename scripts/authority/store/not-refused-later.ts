/** Of a row of `raise_cases`: nobody said no to a later raise of the same person. Where somebody did, an older one in review is confirmed to nothing. */
export const notRefusedLater = `not exists (select 1 from raise_cases as later
    where later.person = raise_cases.person and later.at > raise_cases.at and later.state = 'refused')`;
