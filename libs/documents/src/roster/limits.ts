/** What an uploaded file may be. Everything above is refused before anything is read from it. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;

/** Rows with something in them. */
export const ROWS_MAX = 20_000;

export const COLUMNS_MAX = 60;
