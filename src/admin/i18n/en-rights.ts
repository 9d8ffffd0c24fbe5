/** Custom roles of clients' people. */
const rights = {
  title: "Roles of clients' people",
  ofHolding: "Roles of the holding",
  name: "Name",
  code: "Code",
  codeHint: "Small letters, digits, - and _; it stays as it is.",
  search: "Name or code",
  forWhom: "For whom",
  forAll: "all clients",
  count: "Rights",
  people: "People",
  empty: "No roles of your own yet",
  emptyHint: "The built-in ones (superuser, privileged, ordinary) are always there.",
  create: "New role",
  change: "Change the role",
  formHint:
    "Whoever has the role may do this and nothing else, from the next request on. How far: own – what the person made; entity – all of the entities the person works for; holding – from the head entity, all of the holding. At least one right is needed.",
  remove: "Remove",
  removed: "Removed",
  removeQuestion: "The role “{{name}}” is removed. As long as people have it, it stays.",
  section: "What",
  sections: {
    cart: "Carts",
    order: "Orders",
    document: "Documents",
    debt: "Debts",
    claim: "Claims",
    person: "People",
    entity: "Legal entities",
    contract: "Contracts",
    delivery_point: "Delivery points",
    application: "Applications",
  },
  actions: { view: "View", create: "Create", edit: "Change", approve: "Approve" },
  scopes: { none: "–", own: "Own", entity: "Entity", holding: "Holding" },
}

export default rights
