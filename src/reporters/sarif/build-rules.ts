/** The rules behind the results of a run, with what GitHub code scanning wants to know, and the CWE entries they name. */
import type { Finding } from '../../model/finding.ts';
import type { RuleFacts, RuleFactsLookup } from '../rule-facts.ts';
import { sarifLevel } from './sarif-level.ts';
import type { SarifComponentReference, SarifDescriptor, SarifTaxonomy } from './sarif-log.ts';

export interface RulesOfRun {
  readonly rules: readonly SarifDescriptor[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly taxonomies: readonly SarifTaxonomy[];
}

const PAGES = 'https://github.com/threatdiff/threatdiff/blob/main/docs/rules/';
const CWE: SarifComponentReference = { name: 'CWE', index: 0 };

type Judged = Pick<Finding, 'ruleId' | 'severity' | 'title'>;

/** Rules of these findings, sorted by id. The severity is the findings': policy may have changed the rule's own. */
export function buildRules(findings: readonly Judged[], lookUp: RuleFactsLookup): RulesOfRun {
  const byId = new Map(findings.map((finding) => [finding.ruleId, finding]));
  const judged = [...byId.values()].sort((one, other) => (one.ruleId < other.ruleId ? -1 : 1));
  const known = judged.map((finding) => ({ finding, facts: lookUp(finding.ruleId) }));
  const weaknesses = [...new Set(known.flatMap(({ facts }) => facts?.cwe ?? []))].sort();
  return {
    rules: known.map(({ finding, facts }) => buildRule(finding, facts, weaknesses)),
    indexOf: new Map(judged.map(({ ruleId }, index) => [ruleId, index])),
    taxonomies: weaknesses.length === 0 ? [] : [buildTaxonomy(weaknesses)],
  };
}

function buildRule(finding: Judged, facts: RuleFacts | undefined, weaknesses: readonly string[]): SarifDescriptor {
  const { level, securitySeverity, problemSeverity } = sarifLevel(finding.severity);
  const properties = {
    tags: ['security', ...(facts?.cwe ?? []).slice(0, 8).map(weaknessTag)],
    precision: facts?.lifecycle === 'stable' ? 'high' : 'low',
    'security-severity': securitySeverity,
    'problem.severity': problemSeverity,
  };
  const base = { id: finding.ruleId, name: pascalCase(finding.ruleId), defaultConfiguration: { level }, properties };
  if (facts === undefined) return { ...base, shortDescription: { text: finding.title } };
  const related = facts.cwe.map((id) => ({
    target: { id, index: weaknesses.indexOf(id), toolComponent: CWE },
    kinds: ['superset'],
  }));
  return {
    ...base,
    shortDescription: { text: facts.title },
    fullDescription: { text: facts.why.trim() },
    help: { text: helpText(facts), markdown: helpMarkdown(facts) },
    helpUri: `${PAGES}${finding.ruleId}.md`,
    ...(related.length === 0 ? {} : { relationships: related }),
  };
}

/** As CodeQL tags them, which is what GitHub filters by. */
function weaknessTag(id: string): string {
  return `external/cwe/cwe-${id.slice('CWE-'.length).padStart(3, '0')}`;
}

function helpText({ why, fixes, falsePositives }: RuleFacts): string {
  const fix = Object.entries(fixes).map(([language, text]) => `Fix${language && ` (${language})`}: ${text.trim()}`);
  const wrong = falsePositives === undefined ? [] : [`When it is wrong: ${falsePositives.trim()}`];
  return [why.trim(), ...fix, ...wrong].join('\n\n');
}

function helpMarkdown({ why, fixes, falsePositives }: RuleFacts): string {
  const fix = Object.entries(fixes).flatMap(([language, text]) => [
    `## Fix${language && ` (${language})`}`,
    // A fix of several lines is code; one of one line is prose with code between backticks.
    text.trim().includes('\n') ? `\`\`\`${language}\n${text.trim()}\n\`\`\`` : text.trim(),
  ]);
  const wrong = falsePositives === undefined ? [] : ['## When it is wrong', falsePositives.trim()];
  return ['## Why', why.trim(), ...fix, ...wrong].join('\n\n');
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function buildTaxonomy(weaknesses: readonly string[]): SarifTaxonomy {
  return {
    name: CWE.name,
    organization: 'MITRE',
    informationUri: 'https://cwe.mitre.org/',
    isComprehensive: false,
    shortDescription: { text: 'The MITRE Common Weakness Enumeration.' },
    taxa: weaknesses.map((id) => ({
      id,
      helpUri: `https://cwe.mitre.org/data/definitions/${id.slice('CWE-'.length)}.html`,
    })),
  };
}
