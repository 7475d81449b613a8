/** A return that is explained cell by cell; the explanations stand in its text. */
export const RETURN_REASON_CODE = 'cells';
