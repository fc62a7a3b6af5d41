/** Names the environments that given plans are evaluated as. The name is part of the identity of what they add. */
import type { GivenPlan } from '../model/inputs.ts';
import type { PlannedEnvironment } from './analyze-tree.ts';

/** `plan`; where a directory has several, each after its file: `plan prod.json`. */
export function namePlans(plans: readonly GivenPlan[]): readonly PlannedEnvironment[] {
  return plans.map((plan) => {
    const isOnly = plans.filter(({ directory }) => directory === plan.directory).length === 1;
    return { ...plan, environment: isOnly ? 'plan' : `plan ${plan.file.slice(plan.file.lastIndexOf('/') + 1)}` };
  });
}
