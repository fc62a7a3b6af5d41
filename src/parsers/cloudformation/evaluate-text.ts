/** For tests: one template text evaluated with the real dictionary. Touches no file but the rules of this repository. */
import { join } from 'node:path';
import { readDictionaryFolder } from '../../dictionary/read-dictionary-folder.ts';
import type { BudgetLimits } from '../../model/budget.ts';
import type { EvaluatedUnit } from '../../model/unit.ts';
import { cloudformationParser } from './index.ts';

const dictionary = readDictionaryFolder(join(import.meta.dirname, '../../../rules/dictionary'));

const LIMITS: BudgetLimits = {
  fileBytes: 10_000_000,
  treeBytes: 100_000_000,
  treeEntries: 100_000,
  nesting: 100,
  unitSteps: 1_000_000,
  unitResources: 10_000,
  ruleSteps: 10_000,
  rulesSteps: 1_000_000,
  findings: 1_000,
};

/** The unit a text gives; `limits` override those of the test. */
export function evaluateText(text: string, limits: Partial<BudgetLimits> = {}): EvaluatedUnit {
  const path = 'stack.yaml';
  const entry = { path, mode: 'file', blob: '0'.repeat(40), size: text.length } as const;
  return cloudformationParser.evaluateUnit(
    { format: 'cloudformation', path, files: [path] },
    {
      reader: { read: () => ({ status: 'text', text, entry }), list: () => [] },
      environment: 'default',
      limits: { ...LIMITS, ...limits },
      dictionary,
      variableFiles: [],
    },
  );
}
