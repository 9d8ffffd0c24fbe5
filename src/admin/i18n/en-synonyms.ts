/** Texts of the synonyms of the search. */
export default {
  title: "Search synonyms",
  words: "Words",
  wordsHint: "One a line, 12 at most; phrases too. The search knows their forms, and errors in them, by itself.",
  standsFor: "Stand for",
  standsForHint:
    "Leave it empty where the words mean each other. Otherwise whoever types one of them is shown this besides, and not the other way round.",
  eachOther: "each other",
  search: "Part of a word",
  add: "Add words",
  change: "Change",
  remove: "Remove",
  removed: "The search no longer takes these words for the same",
  removeQuestion: "The search will no longer take for the same: {{words}}.",
  formHint: "The search knows it at once, suggestions too. What has the very words that were typed stands first.",
  empty: "No synonyms",
  emptyHint: "Add words by which your clients call the same goods.",
}
