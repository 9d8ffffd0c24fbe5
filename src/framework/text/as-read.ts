/**
 * SQL behind a column of names that people read down a list: «ё» beside «е», case and punctuation of little weight, whatever the database compares texts by
 * (bytes in the embedded one, for the sake of its indexes). Codes, articles and ids need it not.
 */
export const AS_READ = `collate "und-x-icu"`
