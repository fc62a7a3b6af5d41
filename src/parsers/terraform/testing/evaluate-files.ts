/**
 * Tests only: evaluates a tree in memory. May not be imported by product code.
 */
import type { BudgetLimits } from '../../../model/budget.ts';
import type { EvaluatedUnit } from '../../../model/unit.ts';
import { terraformParser } from '../index.ts';
import { createMemoryReader, type Files } from './create-memory-reader.ts';
import { TEST_LIMITS } from './test-limits.ts';

export interface TestOptions {
  readonly unit?: string;
  readonly variableFiles?: readonly string[];
  readonly limits?: Partial<BudgetLimits>;
}

/** Evaluates one unit of a tree in memory. */
export function evaluateFiles(files: Files, options: TestOptions = {}): EvaluatedUnit {
  const path = options.unit ?? '.';
  const units = terraformParser.discoverUnits(
    Object.keys(files).filter((file) => terraformParser.claims(file) === 'yes'),
  );
  const unit = units.find((each) => each.path === path) ?? { format: 'terraform', path, files: [] };
  const emptyKind = { kind: '', properties: {}, types: {}, attributes: [], source: '' };
  return terraformParser.evaluateUnit(unit, {
    reader: createMemoryReader(files),
    environment: 'default',
    limits: { ...TEST_LIMITS, ...options.limits },
    dictionary: { kinds: new Map(), policyDocument: emptyKind },
    variableFiles: options.variableFiles ?? [],
  });
}
