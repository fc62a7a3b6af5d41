/** Rule files into compiled rules. One mistake anywhere and nothing is loaded: a gate with half its rules is open. */
import type { Dictionary } from '../dictionary/dictionary.ts';
import { compareText } from './compare-text.ts';
import { compileRule } from './compile-rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { ParseCel } from './parse-cel.ts';
import { parseRuleFile, type RuleFile } from './parse-rule-file.ts';
import type { RuleFileError } from './rule-file-error.ts';
import type { RuleSource } from './rule-source.ts';

export type RulesLoading =
  | { readonly ok: true; readonly rules: readonly CompiledRule[] }
  | { readonly ok: false; readonly errors: readonly RuleFileError[] };

/** Sources in any order; rules sorted by id, or every mistake of every file. Never throws on content. */
export function loadRules(sources: readonly RuleSource[], dictionary: Dictionary): RulesLoading {
  const cel = new ParseCel(dictionary);
  const errors: RuleFileError[] = [];
  const rules: CompiledRule[] = [];
  const files: RuleFile[] = [];
  for (const source of sources.toSorted((left, right) => compareText(left.path, right.path))) {
    const parsed = parseRuleFile(source);
    if (parsed.ok) files.push(parsed.file);
    else for (const item of parsed.errors) errors.push(item);
  }
  for (const item of findTakenNames(files)) errors.push(item);
  for (const file of files) {
    const compiled = compileRule(file, cel);
    if (compiled.ok) rules.push(compiled.rule);
    else for (const item of compiled.errors) errors.push(item);
  }
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, rules: rules.toSorted((left, right) => compareText(left.definition.id, right.definition.id)) };
}

/** An id or alias names one rule for ever. */
function findTakenNames(files: readonly RuleFile[]): readonly RuleFileError[] {
  const owners = new Map<string, string>();
  const errors: RuleFileError[] = [];
  for (const file of files) {
    const { id, aliases } = file.definition;
    for (const [name, key] of [[id, 'id'] as const, ...aliases.map((alias) => [alias, 'aliases'] as const)]) {
      const owner = owners.get(name);
      if (owner !== undefined)
        errors.push({ file: file.path, ...file.place(key), message: `${name} is taken by ${owner}` });
      owners.set(name, file.path);
    }
  }
  return errors;
}
