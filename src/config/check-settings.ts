/** One settings file against its schema. Everything wrong with it is a Problem with line and column; nothing throws. */
import type { z } from 'zod';
import type { Range } from '../model/location.ts';
import type { PolicyFile } from '../model/policy.ts';
import type { Problem, ProblemCode, ProblemEffect } from '../model/problem.ts';
import { describeIssue } from './describe-issue.ts';
import { parseSettings } from './parse-settings.ts';

export interface SettingsCheck<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly code: ProblemCode;
  readonly effect: ProblemEffect;
  /** Every scalar is text. */
  readonly asText: boolean;
}

export interface CheckedSettings {
  /** As written, without defaults; undefined when it cannot be read as YAML or is empty. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  readonly locate: (path: readonly PropertyKey[], atKey?: boolean) => Range;
}

/** The data of a file and everything wrong with it. Data with problems must not be used as it is. */
export function checkSettings<Schema extends z.ZodType>(
  file: Pick<PolicyFile, 'file' | 'text'>,
  check: SettingsCheck<Schema>,
): CheckedSettings {
  const parsed = parseSettings(file.text, check.asText);
  const problem = (message: string, range: Range, hint?: string): Problem => ({
    code: check.code,
    effect: check.effect,
    message,
    location: { path: file.file, range },
    ...(hint === undefined ? {} : { hint }),
  });
  if (parsed.issues.length > 0) {
    const problems = parsed.issues.map((issue) => problem(`${issue.message.replace(/\.$/, '')}.`, issue.range));
    return { data: undefined, problems, locate: parsed.locate };
  }
  const result = check.schema.safeParse(parsed.data, { reportInput: true });
  const described = (result.error?.issues ?? []).flatMap((issue) => describeIssue(issue, check.schema));
  const problems = described.map(({ message, path, atKey, hint }) =>
    problem(message, parsed.locate(path, atKey), hint),
  );
  return { data: parsed.data, problems, locate: parsed.locate };
}
