/**
 * Extension of the parameters and properties in slices: the versions in which one was added, last changed, and
 * deprecated. Ours, and in no document.
 */
export const FIELD_HISTORY = 'x-history';
