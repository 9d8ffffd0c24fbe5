import { hash, isWithinShare, PURPOSE } from "./random"
import type { SupplierConfig } from "./config"

/** The demo points at the first products, so they are never marked as deleted. */
const NEVER_DELETED = 200
const DELETED_SHARE = 0.01

function touches(config: SupplierConfig, index: number, round: number): boolean {
  return round > 0 && isWithinShare(hash(config.seed, PURPOSE.change, index, round), config.changeShare)
}

function deletes(config: SupplierConfig, index: number, round: number): boolean {
  return index >= NEVER_DELETED && isWithinShare(hash(config.seed, PURPOSE.change, index, -round), DELETED_SHARE)
}

/** True when the config's own round changed this product. */
export function isChanged(config: SupplierConfig, index: number): boolean {
  return touches(config, index, config.round)
}

/** The last round, up to the config's, that changed this product; 0 for never. */
export function revisionOf(config: SupplierConfig, index: number): number {
  let round = config.round
  while (round > 0 && !touches(config, index, round)) {
    round--
  }
  return round
}

/** A product marked as deleted in some round stays so. */
export function isDeleted(config: SupplierConfig, index: number): boolean {
  for (let round = 1; round <= config.round; round++) {
    if (touches(config, index, round) && deletes(config, index, round)) {
      return true
    }
  }
  return false
}
