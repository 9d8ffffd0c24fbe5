/** Whether the prices of a cart or an order are the word of 1C itself. */
const refined = {
  column: "Prices of 1C",
  holds: "Priced by 1C",
  doesNotHold: "Own prices",
  lines: "Changed lines: {{changed}}, at our price: {{own}}",
  ofOrder: "Priced by 1C on {{at}}: lines {{lines}} of {{total}}, of them changed {{changed}}. {{document}}",
  codes: {
    erp_unavailable: "1C cannot be reached",
    erp_timeout: "1C did not answer in time",
    erp_refused: "1C refused to answer",
    erp_answer_invalid: "the answer of 1C cannot be used",
    erp_paused: "1C is not asked for a while after failures",
    erp_busy: "too many questions at once",
    erp_failed: "asking 1C failed",
    no_refiner: "no price service of 1C is set up",
    contract_unknown_to_erp: "1C does not know the contract",
    nothing_to_refine: "there is nothing to price",
    nothing_refined: "no price of 1C could be taken",
    cart_changed: "the cart has changed since",
    refinement_expired: "the prices of 1C have expired",
  },
}

export default refined
