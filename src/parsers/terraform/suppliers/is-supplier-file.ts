/**
 * Files in which a deployment writes the commands that give values to a configuration: pipelines, task files, scripts.
 * By path alone; what they hold is only read as text, never run.
 */

const NAMES: ReadonlySet<string> = new Set([
  'makefile',
  'gnumakefile',
  'justfile',
  '.justfile',
  'taskfile.yml',
  'taskfile.yaml',
  'jenkinsfile',
  'terragrunt.hcl',
  'atlantis.yaml',
  'atlantis.yml',
  'package.json',
  '.gitlab-ci.yml',
  '.gitlab-ci.yaml',
  'bitbucket-pipelines.yml',
  'azure-pipelines.yml',
  'azure-pipelines.yaml',
  '.travis.yml',
  'cloudbuild.yaml',
  'cloudbuild.yml',
  '.envrc',
  '.env',
]);

const ENDINGS = ['.sh', '.bash', '.ps1', '.mk', '.jenkinsfile', '.env'];

const PIPELINE = /(?:^|\/)(?:buildspec|azure-pipelines)[^/]*\.ya?ml$/;
const PIPELINE_FOLDER =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)|\.circleci|\.gitlab|\.buildkite|\.azure-pipelines)\//;

/** Whether the file may give values to a configuration. */
export function isSupplierFile(path: string): boolean {
  if (path.split('/').includes('node_modules')) return false;
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  if (NAMES.has(name) || ENDINGS.some((ending) => name.endsWith(ending)) || PIPELINE.test(lower)) return true;
  return PIPELINE_FOLDER.test(lower) && /\.ya?ml$/.test(name);
}
