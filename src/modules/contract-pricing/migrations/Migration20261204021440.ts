import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Prices of a contract keep the currency that they were told in: a key stands for a contract and a currency. Those that stand are taken to be in the
 * currency of their contract. The table of contracts is of another module, and modules migrate in no order: where it is not there yet, there are no prices.
 */
export class Migration20261204021440 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "pricing_contract" add column "currency_code" text null;`)
    this.addSql(FILL)
    this.addSql(
      `delete from "contract_price" where "contract_key" in (select "key" from "pricing_contract" where "currency_code" is null);`
    )
    this.addSql(`delete from "pricing_contract" where "currency_code" is null;`)
    this.addSql(`
      alter table "pricing_contract" alter column "currency_code" set not null, drop constraint "pricing_contract_id_unique",
        add constraint "pricing_contract_id_currency_unique" unique ("contract_id", "currency_code");`)
  }

  /** Prices in another currency than their contract's would become money of that one: they go. */
  override async down(): Promise<void> {
    this.addSql(OTHERS_GO)
    this.addSql(`
      alter table "pricing_contract" drop constraint "pricing_contract_id_currency_unique", drop column "currency_code",
        add constraint "pricing_contract_id_unique" unique ("contract_id");`)
  }
}

const FILL = `
  do $$ begin
    if to_regclass('contract') is not null then
      update pricing_contract k set currency_code = lower(c.currency_code) from contract c where c.id = k.contract_id;
    end if;
  end $$;`

const OTHERS_GO = `
  do $$ begin
    if to_regclass('contract') is not null then
      delete from contract_price p using pricing_contract k, contract c
      where k.key = p.contract_key and c.id = k.contract_id and k.currency_code <> lower(c.currency_code);
      delete from pricing_contract k using contract c where c.id = k.contract_id and k.currency_code <> lower(c.currency_code);
    end if;
  end $$;`
