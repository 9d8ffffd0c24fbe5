/** Why a file of prices was not taken. */
export default {
  import_applied: "This file was applied already, in the other way.",
  import_has_problems: "Some rows cannot be applied: mend the file, or apply the good rows alone.",
  price_file_busy: "Too many files are being read: try again in a minute.",
  price_file_columns_unknown: "No sheet has the columns Article (or ID) and Price.",
  price_file_empty: "The file is empty.",
  price_file_encrypted: "The file is protected by a password: save it without one.",
  price_file_missing: "Choose a file first.",
  price_file_too_large: "The file is too large: 20 MB is the limit.",
  price_file_too_many_rows: "The file has more than 100,000 rows: split it.",
  price_file_too_slow: "The file was not read in time: split it.",
  price_file_unreadable: "The file cannot be read: it is no spreadsheet.",
  unit_unknown: "The product has no such unit: give its name or code, or write ×12.",
  prices_busy: "1C is loading prices at this moment: try again in a minute.",
  price_files_busy: "Too many files of prices are being written: try again in a minute.",
}
