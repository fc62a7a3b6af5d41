/**
 * Gives a rule result its identity. Never part of it: line, severity, title, service, physical name. DESIGN, "Words".
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../documents/canonical-json.ts';
import type { Finding } from '../model/finding.ts';
import type { Side } from '../model/location.ts';
import type { Resource } from '../model/resource.ts';
import type { RuleDescription } from '../model/rule.ts';
import type { RuleResult } from '../model/rule-result.ts';

/** Crockford's base 32: no letters that people mistake for digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface FindingContext {
  readonly side: Side;
  readonly unitKey: string;
  readonly resource: Resource;
  readonly rule: RuleDescription;
}

/** A finding out of a failing or open result. The fingerprint is 32 hex digits of SHA-256. */
export function identifyFinding(result: RuleResult & { outcome: 'fail' | 'open' }, context: FindingContext): Finding {
  const { side, unitKey, resource, rule } = context;
  const digest = createHash('sha256')
    .update(canonicalJson([rule.id, unitKey, result.address, result.environment, result.discriminator]))
    .digest();
  return {
    id: `TD-${shortId(digest)}`,
    fingerprint: digest.toString('hex').slice(0, 32),
    ruleId: rule.id,
    severity: rule.severity,
    title: rule.title,
    message: result.message,
    outcome: result.outcome,
    ...(result.conditional && { conditional: true }),
    unit: unitKey,
    environment: result.environment,
    kind: resource.kind,
    address: result.address,
    name: resource.name,
    discriminator: result.discriminator,
    anchor: { side, path: result.location.path, range: result.location.range },
    evidence: result.evidence,
    assumptions: result.assumptions,
    openReasons: result.openReasons,
    controls: rule.controls,
  };
}

function shortId(digest: Uint8Array): string {
  let text = '';
  for (let index = 0; index < 8; index++) text += ALPHABET[(digest[index] ?? 0) & 31] ?? '0';
  return text;
}
