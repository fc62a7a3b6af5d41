/**
 * Tests only: evaluates a tree in memory. May not be imported by product code.
 */
import type { BudgetLimits } from '../../../model/budget.ts';
import type { ReadResult, TreeReader } from '../../../model/tree.ts';
import type { EvaluatedUnit } from '../../../model/unit.ts';
import { terraformParser } from '../index.ts';

const LIMITS: BudgetLimits = {
  fileBytes: 1_000_000,
  treeBytes: 100_000_000,
  treeEntries: 100_000,
  nesting: 100,
  unitSteps: 300_000,
  unitResources: 1000,
  ruleSteps: 10_000,
  rulesSteps: 1_000_000,
  findings: 1000,
};

export type Files = Readonly<Record<string, string>>;

/** A reader over texts by path. */
function memoryReader(files: Files): TreeReader {
  return {
    read(path): ReadResult {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text === undefined) return { status: 'missing' };
      return { status: 'text', text, entry: { path, mode: 'file', blob: '', size: Buffer.byteLength(text) } };
    },
    list(directory) {
      const prefix = directory === '' ? '' : `${directory}/`;
      const below = Object.keys(files).filter((path) => path.startsWith(prefix));
      return [...new Set(below.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))].sort();
    },
  };
}

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
    reader: memoryReader(files),
    environment: 'default',
    limits: { ...LIMITS, ...options.limits },
    dictionary: { kinds: new Map(), policyDocument: emptyKind },
    variableFiles: options.variableFiles ?? [],
  });
}
