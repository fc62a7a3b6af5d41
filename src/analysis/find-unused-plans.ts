/** Plans that were given for a directory without configuration: nobody may think that they were looked at. */
import type { GivenPlan } from '../model/inputs.ts';
import type { Problem } from '../model/problem.ts';
import type { EvaluatedUnit } from '../model/unit.ts';

/** One Problem a plan. */
export function findUnusedPlans(plans: readonly GivenPlan[], units: readonly EvaluatedUnit[]): readonly Problem[] {
  const evaluated = new Set(units.filter(({ format }) => format === 'terraform').map(({ path }) => path));
  return plans
    .filter(({ directory }) => !evaluated.has(directory))
    .map(
      ({ file, directory }): Problem => ({
        code: 'plan-mismatch',
        effect: 'not-evaluated',
        message: `The plan ${file.slice(0, 120)} is for ${directory.slice(0, 120)}, which has no Terraform configuration`,
        hint: 'Name the directory that terraform plan was run in, from the root of the tree: --plan FILE=DIRECTORY.',
      }),
    );
}
