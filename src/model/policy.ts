/**
 * What organisation and repository decided about the gate, after defaults, merging and locks. Read from policy
 * branches only, never from the head. `src/config/` builds it; its schema holds every default and description.
 */
import type { BudgetLimits } from './budget.ts';
import type { InstallationFacts, Observation } from './observation.ts';
import type { Severity } from './rule-result.ts';

/** One file of policy as it was read: its path in its repository, its blob id, its text. */
export interface PolicyFile {
  readonly file: string;
  readonly id: string;
  readonly text: string;
}

/** The files of one policy source. Absent where the source has none. */
export interface PolicyFiles {
  readonly policy?: PolicyFile;
  readonly waivers?: PolicyFile;
}

/** Both sources. The organisation's file wins where it locks a setting. */
export interface PolicySources {
  readonly organisation?: PolicyFiles;
  readonly repository?: PolicyFiles;
  /** Said by whoever runs the command line, above both files; part of the recorded inputs. */
  readonly commandLine?: { readonly failOn?: Severity };
  /** Said by the App alone, and only while its installation may be new: no other door observes. */
  readonly installation?: InstallationFacts;
}

/** Where a value comes from; lines start at 1. */
export type SettingOrigin =
  | { readonly from: 'default' }
  | { readonly from: 'organisation' | 'repository'; readonly file: string; readonly line: number };

export type Blocks = 'always' | 'never' | 'by-severity';

export interface RuleSettings {
  readonly enabled?: boolean;
  readonly severity?: Severity;
  readonly blocks?: Blocks;
  readonly reason?: string;
}

/** Settings for every rule whose id or alias matches; `*` stands for any characters. */
export interface RuleOverride {
  readonly pattern: string;
  readonly settings: RuleSettings;
  readonly origin: SettingOrigin;
}

export interface PolicyEnvironment {
  readonly name: string;
  /** Globs of unit paths. */
  readonly units: readonly string[];
  /** Relative to the root of the tree. */
  readonly variableFiles: readonly string[];
}

/** Paths that are never judged; counted in the receipt. */
export interface IgnoreEntry {
  readonly paths: readonly string[];
  readonly reason: string;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly origin: SettingOrigin;
}

export interface EffectivePolicy {
  /** `monitor` also while `observation` lasts. */
  readonly mode: 'enforce' | 'monitor';
  /** How long a new installation observes; 0 means not at all. */
  readonly observe: { readonly days: number; readonly pullRequests: number };
  /** Present while it does. */
  readonly observation?: Observation;
  /** Findings at least this severe block. */
  readonly failOn: Severity;
  /** Lost controls at least this severe block. */
  readonly failOnRegression: Severity;
  /** Organisation's first, then the repository's; each file's patterns before its exact names. Later ones win. */
  readonly rules: readonly RuleOverride[];
  readonly environments: readonly PolicyEnvironment[];
  readonly ignore: readonly IgnoreEntry[];
  readonly externalInputs: { readonly allow: readonly string[] };
  readonly waivers: { readonly maxDays: number };
  readonly budgets: BudgetLimits;
  /** Settings the repository may not change: `mode`, `budgets.tree_bytes`, `rules.aws-s3-*`. */
  readonly locked: readonly string[];
}
