import type en from "./en-refined"

const refined: typeof en = {
  column: "Цены 1С",
  holds: "Уточнена в 1С",
  doesNotHold: "Свои цены",
  lines: "Изменено строк: {{changed}}, по нашей цене: {{own}}",
  ofOrder: "Цены уточнены в 1С {{at}}: строк {{lines}} из {{total}}, изменилось {{changed}}. {{document}}",
  codes: {
    erp_unavailable: "1С недоступна",
    erp_timeout: "1С не ответила вовремя",
    erp_refused: "1С отказала в ответе",
    erp_answer_invalid: "ответ 1С непригоден",
    erp_paused: "1С временно не спрашивают: были сбои",
    erp_busy: "слишком много вопросов сразу",
    erp_failed: "сбой при обращении к 1С",
    no_refiner: "служба цен 1С не настроена",
    contract_unknown_to_erp: "1С не знает договора",
    nothing_to_refine: "уточнять нечего",
    nothing_refined: "ни одна цена 1С не подошла",
    cart_changed: "корзину с тех пор изменили",
    refinement_expired: "срок цен 1С истёк",
  },
}

export default refined
