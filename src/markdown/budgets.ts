import { ExpansionBudget } from '../core/includes/follow';

/** How much each rendering may become: each has an environment of its own. */
export class Budgets {
  private readonly known = new WeakMap<object, ExpansionBudget>();

  of(env: unknown): ExpansionBudget {
    if (typeof env !== 'object' || env === null) return new ExpansionBudget();
    const budget = this.known.get(env) ?? new ExpansionBudget();
    this.known.set(env, budget);
    return budget;
  }
}
