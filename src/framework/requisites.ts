/** Texts of a company's requisites, in the order in which people read them; columns of `legal_entity` and fields of what goes to and comes from an ERP. */
export const REQUISITE_TEXTS = [
  "name",
  "official_name",
  "inn",
  "kpp",
  "ogrn",
  "okpo",
  "address",
  "actual_address",
  "postal_address",
  "phone",
  "email",
] as const
export type RequisiteText = (typeof REQUISITE_TEXTS)[number]
