/** Which files may be plans. By name alone; `recognizePlan` looks into them. */
import { isConfigurationFile } from '../configuration/is-configuration-file.ts';

/** A JSON file that is neither configuration nor a variable file. */
export function isPlanPath(path: string): boolean {
  return path.endsWith('.json') && !path.endsWith('.tfvars.json') && !isConfigurationFile(path);
}
