/**
 * Which files make a directory a Terraform configuration.
 */

const ENDINGS = ['.tf', '.tofu', '.tf.json', '.tofu.json'];

/** By name alone; hidden and backup files are none, as for Terraform. */
export function isConfigurationFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !name.startsWith('.') && ENDINGS.some((ending) => name.endsWith(ending));
}
