/** An order state or payment system that 1C may name in its settings. */
export interface ListedItem {
  id: string
  name: string
}

/**
 * Reply to `sale` `info`: the states that 1C may send back. The first letter of the element around them is a Latin C: so the client
 * writes it and so it looks for it.
 */
export function orderInfoXml(statuses: ListedItem[]): string {
  const items = statuses.map(({ id, name }) => `<Элемент><Ид>${escapeXml(id)}</Ид><Название>${escapeXml(name)}</Название></Элемент>`)
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<Справочник><Cтатусы>${items.join("")}</Cтатусы><ПлатежныеСистемы></ПлатежныеСистемы><СлужбыДоставки></СлужбыДоставки></Справочник>`,
  ].join("\n")
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}
