/** The order of severities, once. */
import type { Severity } from '../model/rule-result.ts';

const ORDER: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical'];

/** True when `severity` is `threshold` or worse. */
export function severityAtLeast(severity: Severity, threshold: Severity): boolean {
  return ORDER.indexOf(severity) >= ORDER.indexOf(threshold);
}
