import type { EmployeeRole, LegalEntityRegistry, RequisiteText } from "@kontor/framework"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, MedusaError, MedusaService } from "@medusajs/framework/utils"
import { REGISTRY_KEY } from "./loaders/registries"
import {
  ActingSession,
  Application,
  ApplicationEvent,
  ApplicationFile,
  BankAccount,
  ClientCategory,
  Consent,
  Contract,
  DeliveryPoint,
  Employee,
  EmployeeMembership,
  Holding,
  LegalEntity,
  LegalEntityCategory,
  ManagerAssignment,
  Role,
  StaffMember,
  SupplierEntity,
} from "./models"
import type { ApplicationBankAccount } from "./rules/application-requisites"
import type { FactSource } from "./rules/fact-source"

/** More entities than anybody works for. */
const MEMBERSHIPS_MAX = 1000

/** The entities a person works for. */
export interface Memberships {
  entity_ids: string[]
  default_entity_id: string
  /** Who tied him to each; the portal unless told. */
  sources?: Record<string, FactSource>
}

export interface AddedBankAccounts {
  added: { id: string; bic: string; account: string }[]
  /** Those that were the default until then. */
  former_default_ids: string[]
}

/** Who buys, from whom, under which terms, and which people act for them. Decisions live in `rules/`; this keeps the rows. */
export default class CompanyModuleService extends MedusaService({
  ActingSession,
  Application,
  ApplicationEvent,
  ApplicationFile,
  BankAccount,
  ClientCategory,
  Consent,
  Contract,
  DeliveryPoint,
  Employee,
  EmployeeMembership,
  Holding,
  LegalEntity,
  LegalEntityCategory,
  ManagerAssignment,
  Role,
  StaffMember,
  SupplierEntity,
}) {
  private readonly cradle: Record<string, unknown>

  constructor(cradle: Record<string, unknown>, options?: Record<string, unknown>) {
    super(cradle, options)
    this.cradle = cradle
  }

  /** Whom to ask about an ИНН or an address. */
  get registry(): LegalEntityRegistry {
    return this.cradle[REGISTRY_KEY] as LegalEntityRegistry
  }

  /** Writes a person together with the entities he works for, the first by default: one without the other sees nothing. */
  @InjectTransactionManager()
  async createEmployeeWithMembership(
    data: { name: string; email: string; phone?: string | null; role: EmployeeRole; role_id?: string | null },
    legalEntityId: string,
    otherEntityIds: string[] = [],
    @MedusaContext() context: Context = {}
  ): Promise<Omit<InferTypeOf<typeof Employee>, "memberships">> {
    const employee = await this.createEmployees({ ...data, state: "active" }, context)
    const entityIds = [...new Set([legalEntityId, ...otherEntityIds])]
    await this.createEmployeeMemberships(
      entityIds.map((id) => ({ employee_id: employee.id, legal_entity_id: id, is_default: id === legalEntityId })),
      context
    )
    return employee
  }

  /**
   * Makes these the entities an employee works for; gives what stood there before, by which it is undone: what the ERP tied stays the
   * ERP's to untie. Throws INVALID_DATA when none is left or the default is not among them.
   */
  @InjectTransactionManager()
  async setMemberships(employeeId: string, wanted: Memberships, @MedusaContext() context: Context = {}): Promise<Required<Memberships>> {
    if (!wanted.entity_ids.includes(wanted.default_entity_id)) {
      const message = `Employee ${employeeId} needs a default among the entities he works for`
      throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "membership_default_missing")
    }
    const standing = await this.listEmployeeMemberships({ employee_id: employeeId }, { take: MEMBERSHIPS_MAX }, context)
    const standingIds = standing.map(({ legal_entity_id }) => legal_entity_id)
    const leaving = standing.filter(({ legal_entity_id }) => !wanted.entity_ids.includes(legal_entity_id))
    const coming = [...new Set(wanted.entity_ids)].filter((id) => !standingIds.includes(id))
    await this.deleteEmployeeMemberships(
      leaving.map(({ id }) => id),
      context
    )
    const staying = standing.filter((membership) => !leaving.includes(membership))
    // Only one may be the default at any moment, so it is taken away before it is given.
    await this.updateEmployeeMemberships(
      staying.map(({ id }) => ({ id, is_default: false })),
      context
    )
    await this.createEmployeeMemberships(
      coming.map((id) => ({
        employee_id: employeeId,
        legal_entity_id: id,
        is_default: false,
        source: wanted.sources?.[id] ?? ("portal" as const),
      })),
      context
    )
    const [chosen] = await this.listEmployeeMemberships({ employee_id: employeeId, legal_entity_id: wanted.default_entity_id }, {}, context)
    if (chosen) {
      await this.updateEmployeeMemberships({ id: chosen.id, is_default: true }, context)
    }
    const before = standing.find(({ is_default }) => is_default) ?? standing[0]
    return {
      entity_ids: standingIds,
      default_entity_id: before?.legal_entity_id ?? wanted.default_entity_id,
      sources: Object.fromEntries(standing.map(({ legal_entity_id, source }) => [legal_entity_id, source])),
    }
  }

  /** Takes back what `createEmployeeWithMembership` wrote. */
  @InjectTransactionManager()
  async deleteEmployeeWithMemberships(employeeId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.deleteEmployeeMemberships({ employee_id: employeeId }, context)
    await this.deleteEmployees(employeeId, context)
  }

  /** Makes the entity of an accepted application with its bank accounts. It is the portal's until the ERP gives it back. */
  @InjectTransactionManager()
  async createAppliedEntity(
    entity: { name: string; inn: string; holding_id: string | null } & Partial<Record<RequisiteText, string | null>>,
    accounts: ApplicationBankAccount[],
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    const row = { ...entity, state: "applied" as const, state_source: "portal" as const, source: "portal" as const }
    const { id } = await this.createLegalEntities(row, context)
    await this.createBankAccounts(
      accounts.map((account) => ({ ...account, legal_entity_id: id, source: "portal" as const })),
      context
    )
    return { id }
  }

  /** Adds accounts to an entity of the portal. A default among them takes the place of the former one. */
  @InjectTransactionManager()
  async addBankAccounts(
    legal_entity_id: string,
    accounts: ApplicationBankAccount[],
    @MedusaContext() context: Context = {}
  ): Promise<AddedBankAccounts> {
    const hasDefault = accounts.some(({ is_default }) => is_default)
    const former = hasDefault ? await this.listBankAccounts({ legal_entity_id, is_default: true }, { select: ["id"] }, context) : []
    const former_default_ids = former.map(({ id }) => id)
    await this.setDefaultAccounts(former_default_ids, false, context)
    const rows = accounts.map((account) => ({ ...account, legal_entity_id, source: "portal" as const }))
    const created = await this.createBankAccounts(rows, context)
    return { added: created.map(({ id, bic, account }) => ({ id, bic, account })), former_default_ids }
  }

  /** Takes back what `addBankAccounts` wrote. */
  @InjectTransactionManager()
  async removeAddedAccounts({ added, former_default_ids }: AddedBankAccounts, @MedusaContext() context: Context = {}): Promise<void> {
    await this.deleteBankAccounts(
      added.map(({ id }) => id),
      context
    )
    await this.setDefaultAccounts(former_default_ids, true, context)
  }

  private async setDefaultAccounts(ids: string[], is_default: boolean, context: Context): Promise<void> {
    await this.updateBankAccounts(
      ids.map((id) => ({ id, is_default })),
      context
    )
  }

  /** Takes back what `createAppliedEntity` wrote. */
  @InjectTransactionManager()
  async deleteAppliedEntity(id: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.deleteBankAccounts({ legal_entity_id: id }, context)
    await this.deleteLegalEntities(id, context)
  }
}
