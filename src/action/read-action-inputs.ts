/**
 * The inputs of the Action with their defaults, once: `action.yml` names and describes them and holds no default. None
 * of them can loosen what policy says, because on `pull_request` the head writes them.
 */
import { UserError } from '../config/user-error.ts';
import type { Severity } from '../model/rule-result.ts';
import type { Environment } from './action-host.ts';

export interface ActionInputs {
  readonly token: string | undefined;
  /** Asks for more than policy does; never for less. */
  readonly failOn: Severity | undefined;
  /** Whether to comment on the pull request. */
  readonly comment: boolean;
  /** For `workflow_dispatch`. */
  readonly pullRequest: number | undefined;
  /** Name without its owner. */
  readonly organisationPolicyRepository: string | undefined;
  /** Files to write, relative to the working directory; the runner's temporary folder where not given. */
  readonly reportFile: string | undefined;
  readonly sarifFile: string | undefined;
  /** One page; written only where it is asked for. */
  readonly htmlFile: string | undefined;
  /** Holds every file that was read; written only where it is asked for. */
  readonly inputsFile: string | undefined;
  /** Whether to upload the findings as code scanning alerts. */
  readonly uploadSarif: boolean;
  /** Plans of the head, as `FILE` or `FILE=DIRECTORY`; they may add findings only. */
  readonly plans: readonly string[];
  /** A recorded run to judge again, instead of what the event says. */
  readonly replay: string | undefined;
}

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** As the runner hands them over, in `INPUT_…`. Throws a UserError that names the input, never with a token. */
export function readActionInputs(environment: Environment): ActionInputs {
  const text = (name: string): string | undefined => {
    const value = environment[`INPUT_${name.toUpperCase()}`]?.trim();
    return value === '' ? undefined : value;
  };
  return {
    token: text('token') ?? environment['GITHUB_TOKEN']?.trim(),
    failOn: readSeverity(text('fail-on')),
    comment: readBoolean('comment', text('comment') ?? 'true'),
    pullRequest: readNumber(text('pull-request')),
    organisationPolicyRepository: readRepository(text('organisation-policy-repository')),
    reportFile: text('report-file'),
    sarifFile: text('sarif-file'),
    htmlFile: text('html-file'),
    inputsFile: text('inputs-file'),
    uploadSarif: readBoolean('upload-sarif', text('upload-sarif') ?? 'false'),
    plans: (text('plan') ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    replay: text('replay'),
  };
}

function readSeverity(value: string | undefined): Severity | undefined {
  const found = SEVERITIES.find((severity) => severity === value);
  if (value === undefined || found !== undefined) return found;
  throw wrong('fail-on', value, `Write one of ${SEVERITIES.join(', ')}.`);
}

/** The words of YAML 1.2, as in every action. */
function readBoolean(name: string, value: string): boolean {
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw wrong(name, value, 'Write true or false.');
}

function readNumber(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,9}$/.test(value)) return Number(value);
  throw wrong('pull-request', value, 'Write the number of a pull request.');
}

function readRepository(value: string | undefined): string | undefined {
  if (value === undefined || /^[\w.-]{1,100}$/.test(value)) return value;
  throw wrong('organisation-policy-repository', value, "Write a repository's name without its owner.");
}

function wrong(name: string, value: string, hint: string): UserError {
  return new UserError(`The input ${name} cannot be ${JSON.stringify(value.slice(0, 100))}.`, hint);
}
