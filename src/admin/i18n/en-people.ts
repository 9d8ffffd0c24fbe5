/** People of a client, their open carts, and on what credit he buys. */
export const people = {
  search: "Name, e-mail, phone",
  more: "There are {{total}} of them: search to find the others.",
  emptyHint: "Add a person, or attach one who works for another client already.",
  noPassword: "has not set a password yet",
  home: "begins with {{name}}",
  edit: "Change",
  editShort: "Edit",
  editRequisites: "Edit requisites",
  roleHint: "A role of one's own stands in the place of a built-in one. It holds from the person's next request.",
  handOver: "Hand work over",
  handOverHint: "Open carts and orders of {{name}} go to a colleague, as far as the colleague works for the same entities.",
  handOverTo: "To whom",
  handedOver: "Handed over: carts {{carts}}, orders {{orders}}",
  attach: "Attach somebody",
  attachDo: "Attach",
  attachHint: "Lets a person of the holding work for this entity too.",
  attachAnyHint: "Lets a person of another client work for this entity too.",
  who: "Who",
  asDefault: "Begin with this entity",
  makeDefault: "Begin with this entity",
  detach: "Detach",
  detachQuestion: "{{name}} will no longer see or order anything for this entity. Carts and orders stay.",
}

export const carts = {
  title: "Open carts",
  empty: "No open carts",
  emptyHint: "What the client's people put into a cart is seen here until it is ordered.",
  whose: "Whose",
  contact: "Contact",
  contract: "Contract",
  changed: "Changed",
}

export const credit = {
  title: "Credit and debts",
  limit: "Credit limit",
  terms: "Terms",
  none: "1C has told of no credit: neither a limit nor a deferral.",
  noDebts: "What the client owes is not known here: 1C has not delivered any debts yet.",
}
