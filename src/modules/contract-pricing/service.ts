/** Price types and the prices in them. */
export default class ContractPricingModuleService {}
