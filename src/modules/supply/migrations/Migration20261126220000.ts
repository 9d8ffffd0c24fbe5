import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const ALWAYS = [
  "supply_moved",
  "supply_short",
  "supply_cancelled",
  "supply_arrived",
  "supply_came",
  "by_hand",
  "accepted",
  "split",
  "cancelled",
]

const onlyCauses = (causes: string[]) => `
  alter table "promise_change" drop constraint if exists "promise_change_cause_check";
  alter table "promise_change" add constraint "promise_change_cause_check" check ("cause" in (${causes.map((cause) => `'${cause}'`).join(", ")}));`

/** What the ERP has shipped waits no more. */
export class Migration20261126220000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(onlyCauses([...ALWAYS, "shipped"]))
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "promise_change" where "cause" = 'shipped';`)
    this.addSql(onlyCauses(ALWAYS))
  }
}
