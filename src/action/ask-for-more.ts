/**
 * A threshold written in a workflow, over policy. It may only ask for more: on `pull_request` the head writes the
 * workflow, and elsewhere policy has files of its own.
 */
import { loadPolicy } from '../config/load-policy.ts';
import { severityAtLeast } from '../gate/severity-at-least.ts';
import type { PolicySources } from '../model/policy.ts';
import type { Severity } from '../model/rule-result.ts';

export interface AskedPolicy {
  readonly policy: PolicySources;
  /** Said in the summary where the input changes nothing. */
  readonly notes: readonly string[];
}

/** `asOf`: `YYYY-MM-DD`. */
export function askForMore(policy: PolicySources, failOn: Severity | undefined, asOf: string): AskedPolicy {
  if (failOn === undefined) return { policy, notes: [] };
  const held = loadPolicy(policy, asOf).policy.failOn;
  if (severityAtLeast(held, failOn)) return { policy: { ...policy, commandLine: { failOn } }, notes: [] };
  return {
    policy,
    notes: [`The input \`fail-on: ${failOn}\` asks for less than policy does and is not applied: \`${held}\` holds.`],
  };
}
