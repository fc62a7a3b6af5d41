/** What a schema says about a file, in words a person acts on: the setting, what it must be, the nearest valid name. */
import type { z } from 'zod';
import { findNearest } from './find-nearest.ts';
import { settingNames } from './setting-names.ts';

export interface DescribedIssue {
  readonly message: string;
  /** Path of the value, or of the key when `atKey`. */
  readonly path: readonly PropertyKey[];
  readonly atKey: boolean;
  readonly hint?: string;
}

type Issue = z.core.$ZodIssue;

/** One or more descriptions of one issue of `schema`. */
export function describeIssue(issue: Issue, schema: z.ZodType): readonly DescribedIssue[] {
  const name = formatPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = settingNames(schema, issue.path);
    return issue.keys.map((key) => unknownName(key, issue.path, known));
  }
  if (issue.input === undefined && issue.path.length > 0 && issue.code !== 'invalid_key') {
    return [{ message: `${name} is missing.`, path: issue.path, atKey: false }];
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return [{ message: `${name} must be ${listOf(values)}.`, path: issue.path, atKey: false }];
  }
  if (issue.code === 'invalid_type') {
    return [{ message: `${name} must be ${article(issue.expected)}.`, path: issue.path, atKey: false }];
  }
  if (issue.code === 'invalid_key') {
    const [first] = issue.issues;
    return [{ message: `${name} ${first?.message ?? 'is not a valid name'}.`, path: issue.path, atKey: true }];
  }
  return [{ message: `${name} ${issue.message}.`, path: issue.path, atKey: false }];
}

function unknownName(key: string, path: readonly PropertyKey[], known: readonly string[]): DescribedIssue {
  const nearest = findNearest(key, known);
  const message = `${formatPath([...path, key])} is not a setting.`;
  const hint = nearest === undefined ? `Settings here: ${known.join(', ')}.` : `Did you mean ${nearest}?`;
  return { message, path: [...path, key], atKey: true, hint };
}

function formatPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The file';
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step + 1}]` : `${index === 0 ? '' : '.'}${clip(String(step))}`,
    )
    .join('');
}

function clip(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function listOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
}

function article(type: string): string {
  const names = new Map([
    ['array', 'a list'],
    ['object', 'a map of settings'],
    ['record', 'a map'],
    ['boolean', 'true or false'],
    ['number', 'a number'],
    ['int', 'a whole number'],
    ['string', 'text'],
  ]);
  return names.get(type) ?? type;
}
