/** Reads `inputs.json`. A file somebody hands in is hostile input: checked whole before any of it is used. */
import type { z } from 'zod';
import { UserError } from '../config/user-error.ts';
import type { RecordedInputs } from '../model/inputs.ts';
import { inputsSchema } from './inputs-schema.ts';

const RECORD_AGAIN = 'Record it again with this version of threatdiff.';

/**
 * The recorded inputs in `text`. `running` is what this run would use; another engine or rule pack would give another
 * report. Throws a UserError that names what is wrong.
 */
export function readInputs(
  text: string,
  running: { readonly engine: string; readonly rulePack: string },
): RecordedInputs {
  const data = parse(text);
  const result = inputsSchema.safeParse(data);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new UserError(`The recorded inputs are malformed: ${describe(issue)}.`, RECORD_AGAIN);
  }
  // zod gives optional keys as `T | undefined`; JSON has no undefined, so the types agree.
  const inputs = result.data as RecordedInputs;
  for (const part of ['engine', 'rulePack'] as const) {
    if (inputs[part] === running[part]) continue;
    const name = part === 'engine' ? 'engine' : 'rule pack';
    const recorded = JSON.stringify(inputs[part].slice(0, 80));
    throw new UserError(
      `The inputs were recorded with ${name} ${recorded}; this is ${JSON.stringify(running[part])}.`,
      `Replay them with that ${name}.`,
    );
  }
  return inputs;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError('The recorded inputs are not JSON.', RECORD_AGAIN, { cause: error });
  }
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  const path = (issue?.path ?? []).map((step) => String(step).slice(0, 80)).join('.');
  return `${path === '' ? 'the file' : path}: ${issue?.message ?? 'unknown'}`;
}
