/** Texts of orders that staff make for clients. */
export default {
  choose: "Choose a contract",
  contract: "{{number}} · {{client}}",
  title: "Contract of the order",
  hint: "All lines are priced by it, and the order is held to its rules. What was typed in as a price does not hold.",
  chosen: "The order is priced by the contract",
  pastRules: "Place past the rules",
  pastRulesHint:
    "Lines may pass multiplicity, minimum and maximum, and the order the hours of the client. The reason is logged and stays with the lines; prices, stock and what the client may see hold all the same.",
  placed: "The order is placed",
  begin: "New order",
  beginHint: "A draft for a person of the client. Products are added on the next screen.",
  person: "Who orders",
  began: "The draft is there",
}

/** Why a draft order was refused, by code. */
export const refusedDrafts = {
  draft_being_changed: "The draft has a change that nobody has confirmed: confirm or cancel it first.",
  draft_closed: "This is no draft any more: it was placed or cancelled.",
  draft_without_contract: "Choose the contract of the order first.",
  employee_not_of_entity: "This person does not work for the client whose contract it is.",
  outside_trading_hours: "Outside the hours in which orders of this client are taken. Placing it past the rules takes a reason.",
  region_missing: "No region of the store sells in the currency of the contract: add one in the settings.",
}
