/** Why a rule of visibility was not taken. */
export default {
  too_many_visibility_rules: "There are as many rules of visibility as there may be.",
  visibility_category_unknown: "This category of products is there no more.",
  visibility_entry_unknown: "This product is there no more.",
  visibility_list_empty: "None of the articles is known: the list would be empty.",
  visibility_scope_invalid: "Choose whom the rule is for.",
  visibility_scope_unknown: "Whom the rule is for is there no more.",
  visibility_target_invalid: "Choose which goods the rule is about.",
}
