/** One assumption in words: what was taken to be what, and from where. Unescaped; the caller escapes. */
import type { Assumption } from '../model/value.ts';

const FROM: Readonly<Record<Assumption['kind'], string>> = {
  'variable-default': 'its default',
  'variable-file': 'a variable file',
  supplied: 'given by a command',
  'parameter-default': 'its default',
  environment: 'the environment',
  declared: 'the policy',
};

/** `var.stage = prod (a variable file, prod.tfvars:3)`; sensitive values are never in an assumption. */
export function describeAssumption(assumption: Assumption): string {
  const value = assumption.value === undefined ? 'a value not shown' : assumption.value;
  const place = assumption.location;
  const where = place === undefined ? '' : `, ${place.path}:${place.range.startLine}`;
  return `${assumption.subject} = ${value} (${FROM[assumption.kind]}${where})`;
}
