/** Stops an evaluation that has used up its budget. Caught where the evaluation starts; never leaves the engine. */
export class BudgetExceeded extends Error {}
