/** What a change means to readers, in the order in which pages list it. */
export const CHANGE_GROUPS = [
  'breaking',
  'deprecated',
  'removed',
  'added',
  'changed',
  'texts',
] as const;

export type ChangeGroup = (typeof CHANGE_GROUPS)[number];
