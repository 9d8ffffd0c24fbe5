import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import { PriceListFile } from "./models"
import { claimPriceList } from "./sql/claim-price-list"
import { keepPriceListGoods } from "./sql/keep-price-list-goods"
import { outdatedPriceLists } from "./sql/outdated-price-lists"
import { unfinishedPriceLists } from "./sql/unfinished-price-lists"

interface Dependencies extends Record<string, unknown> {
  __pg_connection__: Knex
}

/** Files made for people. What stands in them is put together by workflows; this keeps what was asked for and how far it is. */
export default class DocumentModuleService extends MedusaService({ PriceListFile }) {
  private readonly knex: Knex

  constructor(cradle: Dependencies, options?: Record<string, unknown>) {
    super(cradle, options)
    this.knex = cradle.__pg_connection__
  }

  /** Takes a price list to be made by this process; the number of attempts with this one, or null when it is not to be had. */
  claimPriceList(id: string): Promise<number | null> {
    return claimPriceList(this.knex, id)
  }

  /** Keeps which catalogue entries stand in its file, before it can be fetched. */
  keepPriceListGoods(input: { id: string; entry_keys: readonly number[] }): Promise<void> {
    return keepPriceListGoods(this.knex, input)
  }

  /** Ids of price lists that wait although nobody makes them. */
  unfinishedPriceLists(): Promise<string[]> {
    return unfinishedPriceLists(this.knex)
  }

  /** Finished price lists that are no longer kept, with the files that go with them. */
  outdatedPriceLists(): Promise<{ id: string; file_id: string | null }[]> {
    return outdatedPriceLists(this.knex)
  }
}
