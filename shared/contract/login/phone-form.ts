import { Type } from 'typebox';

/** A mobile number of the Chinese mainland, without the country's code and without spaces. */
export const PhoneForm = Type.String({ pattern: '^1[3-9][0-9]{9}$' });
