/** `report.json`: the whole report, keys in the order of the schema, so that equal reports have equal bytes. */
import type { Report } from '../../model/report.ts';
import { reportSchema } from './report-schema.ts';

/** JSON text ending in a newline. Throws when the report is not what its schema says: that is a bug. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`;
}
