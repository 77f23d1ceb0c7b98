/** Hours are what a sign says, and nobody is turned away for the hour: half a day is as near as one plans. */
export const dayParts = ['morning', 'afternoon'] as const;
export type DayPart = (typeof dayParts)[number];
