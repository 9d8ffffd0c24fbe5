/**
 * Inbound supplies: keeps their tables. They are read and written as sets, across modules, by `src/database/supplies` and
 * `src/database/loads/merge/merge-supplies.ts`, so nobody asks the service for anything.
 */
export default class SupplyModuleService {}
