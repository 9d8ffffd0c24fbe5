import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CONTENT_MODULE } from "../../../src/modules/content"
import type ContentModuleService from "../../../src/modules/content/service"
import { DOCUMENT_MODULE } from "../../../src/modules/document"
import type DocumentModuleService from "../../../src/modules/document/service"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { createContent } from "../../helpers/create-content"
import { createDealerCart } from "../../helpers/create-dealer-cart"
import { createDealerOrder } from "../../helpers/create-dealer-order"
import { createSignedInEmployee } from "../../helpers/create-signed-in-employee"
import { nextNumber } from "../../helpers/sequence"
import type { MatrixWorld } from "./world"

/** Things of one person, made when a request first names them. */
export interface Things {
  /** The id of a thing; a name that is none stands for itself. */
  idOf(name: string): Promise<string>
  /** What would give the things away: ids, titles, addresses. */
  secrets: string[]
}

/** Things of the person of a place: each name is made once, so that a line is a line of the cart named beside it. */
export function thingsOf(container: MedusaContainer, world: MatrixWorld, place: "child" | "head"): Things {
  const made = new Map<string, Promise<string>>()
  const secrets: string[] = []
  const makers = thingMakers(container, world, place, idOf)
  async function make(name: string): Promise<string> {
    const maker = makers[name]
    if (!maker) {
      return name
    }
    const { id, secret = [id] } = await maker()
    secrets.push(...secret)
    return id
  }
  function idOf(name: string): Promise<string> {
    const standing = made.get(name) ?? make(name)
    made.set(name, standing)
    return standing
  }
  return { idOf, secrets }
}

type Maker = () => Promise<{ id: string; secret?: string[] }>

function thingMakers(
  container: MedusaContainer,
  world: MatrixWorld,
  place: "child" | "head",
  idOf: (name: string) => Promise<string>
): Record<string, Maker> {
  const { id: employee_id, customer_id } = world.people[place]
  const entity = world.entities[place]
  const contract = world.contracts[place]
  const { region_id, sales_channel_id } = world.storefront
  const known = (id: string): Maker => {
    return () => Promise.resolve({ id, secret: [] })
  }
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  return {
    ...Object.fromEntries(Object.entries(world.shared).map(([name, id]) => [name, known(id)])),
    region: known(region_id),
    contract: known(contract.id),
    entity: known(entity.id),
    employee: known(employee_id),
    holding: known(world.holdings.own),
    category_of_clients: () =>
      container.resolve<CompanyModuleService>(COMPANY_MODULE).createClientCategories({ name: `Category ${nextNumber()}` }),
    point: async () => {
      const name = `Secret place ${nextNumber()}`
      const created = await container
        .resolve<CompanyModuleService>(COMPANY_MODULE)
        .createDeliveryPoints({ legal_entity_id: entity.id, name })
      return { id: created.id, secret: [created.id, name] }
    },
    price_list: async () => {
      const created = await container.resolve<DocumentModuleService>(DOCUMENT_MODULE).createPriceListFiles({
        ...{ employee_id, legal_entity_id: entity.id, contract_id: contract.id, format: "pdf", locale: "ru", in_stock_only: false },
        ...{ category_ids: [], state: "running", seen_at: new Date() },
      })
      return { id: created.id, secret: [created.id] }
    },
    poll: async () => {
      const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
      const category = await company.createClientCategories({ name: `Asked ${nextNumber()}` })
      await company.createLegalEntityCategories({ legal_entity_id: entity.id, client_category_id: category.id })
      const { id } = await createContent(container, {
        ...{ kind: "poll", title: `Secret poll ${nextNumber()}`, audience: [category.id] },
        questions: [{ text: "When?", options: ["Now", "Later"] }],
      })
      // Whoever works for the entity sees it too.
      return { id, secret: [] }
    },
    content_request: async () => {
      const text = `Secret request ${nextNumber()}`
      const created = await container
        .resolve<ContentModuleService>(CONTENT_MODULE)
        .createContentRequests({ employee_id, legal_entity_id: entity.id, text })
      return { id: created.id, secret: [created.id, text] }
    },
    application: async () => {
      const name = `Secret firm ${nextNumber()}`
      const created = await container.resolve<CompanyModuleService>(COMPANY_MODULE).createApplications({
        ...{ number: `M${nextNumber()}`, kind: "legal_entity", state: "more_requested", requisites: { name, inn: "7728168971" } },
        ...{ applicant_name: name, applicant_email: "applicant@dealer.test", employee_id, from_entity_id: entity.id },
      })
      return { id: created.id, secret: [created.id, name] }
    },
    hireling: async () => {
      const person = await createSignedInEmployee(container, world.storefront, { legal_entity_id: entity.id })
      return { id: person.id, secret: [person.id, person.email] }
    },
    cart: () => createDealerCart(container, { customer_id, contract_id: contract.id, region_id, sales_channel_id }),
    line: async () => {
      const title = `Secret line ${nextNumber()}`
      const [line] = await container
        .resolve(Modules.CART)
        .addLineItems([{ cart_id: await idOf("cart"), title, quantity: 1, unit_price: 1, variant_id: world.shared.variant }])
      return { id: line?.id ?? "", secret: [line?.id ?? "", title] }
    },
    order: () => createDealerOrder(container, { customer_id, legal_entity_id: entity.id, region_id, sales_channel_id }),
    collection: async () => {
      const created = await container.resolve(Modules.PAYMENT).createPaymentCollections({ currency_code: "rub", amount: 1 })
      await link.create({
        [Modules.CART]: { cart_id: await idOf("cart") },
        [Modules.PAYMENT]: { payment_collection_id: created.id },
      })
      return created
    },
    address: async () => {
      const address_1 = `Secret street ${nextNumber()}`
      const created = await container.resolve(Modules.CUSTOMER).createCustomerAddresses({ customer_id, address_1, country_code: "ru" })
      return { id: created.id, secret: [created.id, address_1] }
    },
  }
}
