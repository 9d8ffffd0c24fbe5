import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ScopedAdjustment, ScopedWithholding } from "../../../modules/contract-pricing/rules/aim-adjustments"
import { ADJUSTMENTS_VERSION, IN_ORDER_OF_RANK, NEARNESS } from "./adjustments"
import { eachKey, eachNumber } from "./columns"
import type { AnswerRow } from "./price-answer"
import type { WrittenTraits } from "./read-facts"
import { type KeptRule, readKeptRules, type ScopedRules } from "./read-adjustments"

/** Whose adjustments hold for a contract (`SCOPE_LIST`), and in which state of them. */
export interface WrittenScope {
  /** Null = nobody can tell. */
  version: string | null
  /** Of the contract; null for an unknown one. */
  currency_code: string | null
  /** Kind and id of each; null for an unknown contract. */
  scopes: string[] | null
}

/** Of more than so many, some 60 bytes each, a process keeps none. */
const KEPT_MAX = 100_000

const DAY_ZERO = "2000-01-01"
const MS_A_DAY = 86_400_000

/** SQL: days since {@link DAY_ZERO}; an open end is a day that nobody asks about. */
const daysTo = (day: string) => `least(greatest(${day}, '0001-01-01'), '9999-12-31') - date '${DAY_ZERO}'`

/**
 * All adjustments by scope, in order of rank, each with what the statements of prices look at before they bring one. Without the trigger on categories nobody would
 * hear of a move, which changes which of two goes first: then nothing is told.
 */
const ALL = `
  select ${ADJUSTMENTS_VERSION} as version,
    exists (
      select from pg_trigger where tgrelid = to_regclass('product_category') and tgname = 'product_category_note_update' and tgenabled <> 'D'
    ) and (select count(*) <= ${KEPT_MAX} from price_adjustment where deleted_at is null) as may_be_kept,
    (
      select json_object_agg(scope, json_build_array(list, names))
      from (
        select concat_ws(' ', s.scope_kind, s.scope_id) as scope,
          string_agg(concat_ws(
            ' ', s.rank, s.key, coalesce(s.category_key, 0), s.trait_keys, s.kind, trim_scale(s.value), trim_scale(s.from_quantity), s.is_stacking,
            ${daysTo("s.starts_on")}, ${daysTo("s.ends_on")}, coalesce(s.currency_code, '*'), ''
          ), '' order by s.rank) as list,
          json_object_agg(s.key, s.name) filter (where s.kind = 'withheld') as names
        from (
          select s.*, row_number() over (order by ${IN_ORDER_OF_RANK}) as rank
          from (select a.*, ${NEARNESS} as nearness from price_adjustment a where a.deleted_at is null limit ${KEPT_MAX}) s
        ) s
        group by s.scope_kind, s.scope_id
      ) told
    ) as scopes`

interface AllRow {
  version: string | null
  may_be_kept: boolean
  scopes: Record<string, WrittenList> | null
}

type WrittenList = [list: string, names: Record<string, string> | null]

const TURNS_MAX = 2 ** 31 - 1

/** Keys that are looked up by the hundred at each call: a set would take as long to fill as all the rest of it. */
class Marks {
  private turns = new Int32Array(0)
  private turn = 0

  /** Keys of which it may be asked from now on. */
  makeRoomFor(keys: Int32Array): void {
    const size = keys.reduce((most, key) => Math.max(most, key + 1), 0)
    if (size > this.turns.length) {
      const grown = new Int32Array(Math.max(size, this.turns.length * 2))
      grown.set(this.turns)
      this.turns = grown
    }
  }

  clear(): void {
    if (this.turn === TURNS_MAX) {
      this.turns.fill(0)
      this.turn = 0
    }
    this.turn++
  }

  /** Others than there is room for are asked by nobody. */
  add(key: number): void {
    if (key < this.turns.length) {
      this.turns[key] = this.turn
    }
  }

  has(key: number): boolean {
    return this.turns[key] === this.turn
  }
}

/** Adjustments of one scope, and beside them what decides which of them are looked at: hundreds are passed over at each call. */
interface ScopeRules {
  rules: readonly (ScopedAdjustment | ScopedWithholding)[]
  /** 0 = none is asked for. */
  traits: Int32Array
  categories: Int32Array
  starts_on: Int32Array
  ends_on: Int32Array
  currencies: readonly (string | null)[]
}

/** All adjustments as of one state. Nothing in it changes: the rules that it hands out are shared by all that ask. */
export class KeptAdjustments {
  private readonly read = new Map<string, ScopeRules>()
  private readonly traits = new Marks()
  private readonly categories = new Marks()

  constructor(
    readonly version: string,
    private readonly written: ReadonlyMap<string, WrittenList>
  ) {}

  /** Those in the scope of the contract that hold on a day (YYYY-MM-DD) in its currency, of what may aim at one of the entries of an answer. */
  rulesOf({ shared, category_keys }: AnswerRow, day: string): ScopedRules {
    const found: ScopedRules = { adjustments: [], withholdings: [] }
    const { scopes, currency_code } = shared?.scope ?? NO_SCOPE
    const read = (scopes ?? []).map((scope) => this.rulesIn(scope))
    this.mark(shared?.traits ?? null, category_keys)
    const on = (Date.parse(day) - Date.parse(DAY_ZERO)) / MS_A_DAY
    for (const { rules, traits, categories, starts_on, ends_on, currencies } of read) {
      for (let place = 0; place < rules.length; place++) {
        const trait = traits[place] ?? 0
        const category = categories[place] ?? 0
        if ((trait !== 0 && !this.traits.has(trait)) || (category !== 0 && !this.categories.has(category))) {
          continue
        }
        const rule = rules[place]
        const currency = currencies[place] ?? null
        if (rule && on >= (starts_on[place] ?? 0) && on <= (ends_on[place] ?? 0) && (currency === null || currency === currency_code)) {
          if ("name" in rule) {
            found.withholdings.push(rule)
          } else {
            found.adjustments.push(rule)
          }
        }
      }
    }
    return found
  }

  /** Traits and categories that entries of the answer have; the keys of those that are switched off are negative. */
  private mark(traits: WrittenTraits, categoryKeys: string | null): void {
    this.traits.clear()
    if (Array.isArray(traits)) {
      eachKey(traits[0], (key) => this.traits.add(key))
    }
    this.categories.clear()
    eachNumber(categoryKeys, (key) => this.categories.add(key))
  }

  /** Read when somebody in the scope asks first. */
  private rulesIn(scope: string): ScopeRules {
    const known = this.read.get(scope)
    if (known) {
      return known
    }
    const written = this.written.get(scope)
    if (!written) {
      return NO_RULES
    }
    const made = sideBySide(readKeptRules(...written))
    this.traits.makeRoomFor(made.traits)
    this.categories.makeRoomFor(made.categories)
    this.read.set(scope, made)
    return made
  }
}

const NO_SCOPE: WrittenScope = { version: null, currency_code: null, scopes: null }

function sideBySide(kept: readonly KeptRule[]): ScopeRules {
  return {
    rules: kept.map(({ rule }) => rule),
    traits: Int32Array.from(kept, ({ rule }) => rule.trait_keys[0] ?? 0),
    categories: Int32Array.from(kept, ({ rule }) => rule.category_key ?? 0),
    starts_on: Int32Array.from(kept, ({ starts_on }) => starts_on),
    ends_on: Int32Array.from(kept, ({ ends_on }) => ends_on),
    currencies: kept.map(({ currency_code }) => currency_code),
  }
}

const NO_RULES = sideBySide([])

/** All of them as they are now; null where none may be kept. */
export async function readKeptAdjustments(db: Knex): Promise<KeptAdjustments | null> {
  const { rows } = await db.raw<{ rows: AllRow[] }>(ALL)
  const [row] = rows
  return row?.may_be_kept && row.version !== null ? new KeptAdjustments(row.version, new Map(Object.entries(row.scopes ?? {}))) : null
}
