/** Why a rule of visibility was not taken. */
export default {
  too_many_visibility_rules: "Больше правил видимости завести нельзя.",
  visibility_category_unknown: "Этой категории товаров больше нет.",
  visibility_entry_unknown: "Этого товара больше нет.",
  visibility_list_empty: "Ни один артикул не найден: список был бы пуст.",
  visibility_scope_invalid: "Выберите, для кого правило.",
  visibility_scope_unknown: "Того, для кого правило, больше нет.",
  visibility_target_invalid: "Выберите, о каких товарах правило.",
}
