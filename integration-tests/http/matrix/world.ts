import { type EmployeeRole, type ErpRecord, SYSTEM_ACTOR } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { setEmployeeStateWorkflow } from "../../../src/workflows/company/set-employee-state"
import { createActingSession } from "../../helpers/create-acting-session"
import { createContract } from "../../helpers/create-contract"
import { createCustomerSession } from "../../helpers/create-customer-session"
import { createHolding } from "../../helpers/create-holding"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createSignedInEmployee } from "../../helpers/create-signed-in-employee"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { nextNumber } from "../../helpers/sequence"

/** Entities of the world: two holdings (`head`, `child`, `sibling` and `other`), one that stands alone, one whose contract has expired. */
const PLACES = ["head", "child", "sibling", "other", "lone", "expired"] as const
export type Place = (typeof PLACES)[number]

/** Everything by which an entity and its people would be recognised in an answer. */
export type Secrets = Record<Place, string[]>

/** Each place has a price of its own, so that a leaked one tells whose it is. */
const PRICES: Record<Place, string> = {
  head: "71001.11",
  child: "71002.22",
  sibling: "71003.33",
  other: "71004.44",
  lone: "71005.55",
  expired: "71006.66",
}

/** A product with one price type a place. */
function goods(): ErpRecord[] {
  return [
    { kind: "package", content: "catalog", is_full: false, external_id: "m", formed_at: "2026-01-31T10:00:00", schema_version: null },
    { kind: "group", external_id: "g1", parent_external_id: null, name: "Goods", position: 0, is_deleted: false },
    // The first price type becomes the retail one, which everybody may know.
    { kind: "price_type", external_id: "retail", name: "Розничная", currency_code: "rub", includes_vat: true },
    ...PLACES.map((place): ErpRecord => ({
      kind: "price_type",
      external_id: place,
      name: `Prices of ${place}`,
      currency_code: "rub",
      includes_vat: true,
    })),
    { kind: "warehouse", external_id: "w1", name: "Main", is_deleted: false },
    {
      kind: "product",
      external_id: "p1",
      name: "Drill",
      article: "DRILL-1",
      group_external_ids: ["g1"],
      units: [{ code: "796", name: "шт", coefficient: "1" }],
      vat_rate: "20",
      is_service: false,
      is_deleted: false,
    },
    { kind: "offer", external_id: "p1", product_external_id: "p1", is_deleted: false },
    { kind: "stock", offer_external_id: "p1", warehouse_external_id: "w1", quantity: "1000" },
    ...PLACES.map((place): ErpRecord => ({
      kind: "price",
      offer_external_id: "p1",
      price_type_external_id: place,
      amount: PRICES[place],
      currency_code: "rub",
      coefficient: "1",
    })),
  ]
}

async function createEntities(container: MedusaContainer) {
  const { holding, head, children } = await createHolding(container, { children: 2 })
  const [child, sibling] = children
  if (!child || !sibling) {
    throw new Error("The holding needs two children")
  }
  const { holding: otherHolding, head: other } = await createHolding(container, { children: 0 })
  const entities = { head, child, sibling, other, lone: await createLegalEntity(container), expired: await createLegalEntity(container) }
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  await company.updateLegalEntities(
    PLACES.map((place, index) => ({ id: entities[place].id, inn: `780000000${index}`, name: `Firm ${place}` }))
  )
  return { holdings: { own: holding.id, other: otherHolding.id }, entities }
}

/** The world that every request of the matrix runs in. People of a place are its superusers. Of `child` there are more: `deputy` is privileged,
 * `colleague` ordinary, `rightless` has a role without any right. Behind the
 * names with `acting` are managers of one entity who are signed in as a person. */
export async function createMatrixWorld(container: MedusaContainer) {
  const { store } = await loadRecords(container, goods())
  const storefront = { ...store, headers: { "x-publishable-api-key": store.publishable_key } }
  const { entities, holdings } = await createEntities(container)
  const contracts = Object.fromEntries(
    await Promise.all(
      PLACES.map(async (place) => [
        place,
        await createContract(container, {
          legal_entity_id: entities[place].id,
          number: `SECRET-${place}-${nextNumber()}`,
          price_type_id: await internalId(container, "price_type", place),
          ends_on: place === "expired" ? "2020-12-31" : null,
        }),
      ])
    )
  ) as Record<Place, Awaited<ReturnType<typeof createContract>>>
  const hire = (place: Place, role: EmployeeRole = "superuser") =>
    createSignedInEmployee(container, storefront, { legal_entity_id: entities[place].id, role, name: `Person of ${place} ${nextNumber()}` })
  const [owner, head] = [await hire("child"), await hire("head")]
  const actAs = (person: typeof owner, place: Place) =>
    createActingSession(container, storefront, { employee_id: person.id, legal_entity_ids: [entities[place].id] })
  const people = {
    owner,
    child: owner,
    head,
    acting: { ...owner, ...(await actAs(owner, "child")) },
    acting_head: { ...head, ...(await actAs(head, "head")) },
    ended_acting: { ...owner, ...(await actAs(owner, "child")) },
    sibling: await hire("sibling"),
    other: await hire("other"),
    lone: await hire("lone"),
    expired: await hire("expired"),
    colleague: await hire("child", "ordinary"),
    deputy: await hire("child", "privileged"),
    rightless: await hire("child", "ordinary"),
    blocked: await hire("child"),
  }
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  // By SQL, since the generated type of a JSON column knows no list.
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(`insert into role (id, code, name, rights) values ('role_nothing', 'nothing', 'May do nothing', '[]')`)
  await company.updateEmployees({ id: people.rightless.id, role_id: "role_nothing" })
  await company.updateActingSessions({ id: people.ended_acting.session_id, ended_at: new Date() })
  await setEmployeeStateWorkflow(container).run({ input: { employee_id: people.blocked.id, state: "blocked", actor: SYSTEM_ACTOR } })
  const secrets = Object.fromEntries(
    PLACES.map((place) => {
      const { id, email, name, customer_id } = people[place]
      const { id: entityId, name: entityName } = entities[place]
      const contract = contracts[place]
      const inn = `780000000${PLACES.indexOf(place)}`
      return [place, [id, email, name, customer_id, entityId, entityName, inn, contract.id, contract.number, PRICES[place]]]
    })
  ) as Secrets
  const [outsider, staff] = [await createCustomerSession(container, storefront), await createStaffSession(container)]
  const [product, variant, category] = await Promise.all([
    internalId(container, "product", "p1"),
    internalId(container, "offer", "p1"),
    internalId(container, "group", "g1"),
  ])
  const manager = await createManagerSession(container, { role: "manager", legal_entity_ids: [entities.other.id] })
  return { storefront, entities, holdings, contracts, people, outsider, staff, manager, secrets, shared: { product, variant, category } }
}

export type MatrixWorld = Awaited<ReturnType<typeof createMatrixWorld>>

/** Whose secrets an actor may know. Things (carts, orders …) belong to the person; who has no right to those of
 * his colleagues knows the entity but not them. */
export const KNOWS: Record<string, { places: Place[]; things: Place[] }> = {
  owner: { places: ["child"], things: ["child"] },
  child: { places: ["child"], things: ["child"] },
  deputy: { places: ["child"], things: ["child"] },
  acting: { places: ["child"], things: ["child"] },
  acting_head: { places: ["head"], things: ["head"] },
  colleague: { places: ["child"], things: [] },
  rightless: { places: ["child"], things: [] },
  head: { places: ["head", "child", "sibling"], things: ["head", "child", "sibling"] },
  sibling: { places: ["sibling"], things: [] },
  other: { places: ["other"], things: [] },
  lone: { places: ["lone"], things: [] },
  expired: { places: ["expired"], things: [] },
}
