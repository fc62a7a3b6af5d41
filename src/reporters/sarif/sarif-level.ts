/** How SARIF and GitHub code scanning name a severity. Translates; ranks nothing anew. */
import type { Severity } from '../../model/rule-result.ts';
import type { SarifLevel } from './sarif-log.ts';

export interface SeverityWords {
  readonly level: SarifLevel;
  /** GitHub: above 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low. A name in numbers, no score. */
  readonly securitySeverity: string;
  readonly problemSeverity: 'error' | 'warning' | 'recommendation';
}

const WORDS: Readonly<Record<Severity, SeverityWords>> = {
  critical: { level: 'error', securitySeverity: '9.5', problemSeverity: 'error' },
  high: { level: 'error', securitySeverity: '8.0', problemSeverity: 'error' },
  medium: { level: 'warning', securitySeverity: '5.5', problemSeverity: 'warning' },
  low: { level: 'note', securitySeverity: '3.0', problemSeverity: 'recommendation' },
  info: { level: 'note', securitySeverity: '0.5', problemSeverity: 'recommendation' },
};

/** The words for one severity. */
export function sarifLevel(severity: Severity): SeverityWords {
  return WORDS[severity];
}
