/**
 * Terraform and OpenTofu: the manifest. Directories of `*.tf` and `*.tofu` files become units; local modules are
 * evaluated at each call and as units of their own. Plans in JSON add to the unit they are of.
 */
import type { ParserManifest } from '../parser-manifest.ts';
import { isConfigurationFile } from './configuration/is-configuration-file.ts';
import { discoverTerraformUnits } from './discover-terraform-units.ts';
import { evaluateTerraformUnit } from './evaluate-terraform-unit.ts';
import { isPlanPath } from './plan/is-plan-path.ts';
import { recognizePlan } from './plan/recognize-plan.ts';
import { discoverSupplies } from './suppliers/discover-supplies.ts';
import { isSupplierFile } from './suppliers/is-supplier-file.ts';

export const terraformParser: ParserManifest = {
  format: 'terraform',
  title: 'Terraform and OpenTofu',
  claims(path) {
    if (path.split('/').includes('.terraform')) return 'no';
    if (isConfigurationFile(path) || path.endsWith('.tfvars') || path.endsWith('.tfvars.json')) return 'yes';
    return isPlanPath(path) ? 'maybe' : 'no';
  },
  recognizes: (path, text) => !isPlanPath(path) || recognizePlan(text),
  discoverUnits: discoverTerraformUnits,
  evaluateUnit: evaluateTerraformUnit,
  suppliers: { mayMatter: isSupplierFile, discover: discoverSupplies },
};
