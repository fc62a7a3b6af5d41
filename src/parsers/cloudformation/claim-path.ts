/** Which paths may be templates, by name alone. May not look at content. */

const NEVER: ReadonlySet<string> = new Set([
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'composer.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
]);

/** Endings people give to templates; CloudFormation takes a file of any name. */
const TEMPLATE_ENDING = /\.(?:json|ya?ml|cfn|cform|cft|cloudformation|stack|jsn)$/;

/** `yes` for `*.template` and `*.template.json|yaml|yml`, `maybe` for other endings of templates, `no` for the rest. */
export function claimPath(path: string): 'yes' | 'maybe' | 'no' {
  if (path.startsWith('node_modules/') || path.includes('/node_modules/')) return 'no';
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/\.template(?:\.(?:json|ya?ml))?$/.test(name)) return 'yes';
  if (!TEMPLATE_ENDING.test(name)) return 'no';
  if (NEVER.has(name) || name.endsWith('.tf.json') || name.endsWith('.tofu.json')) return 'no';
  return /^(?:tsconfig|composer\.).*\.json$/.test(name) ? 'no' : 'maybe';
}
