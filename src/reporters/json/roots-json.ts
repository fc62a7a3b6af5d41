/** Several reports in one document, one for each scanned root, each as `report.json` writes it. */
import type { Report } from '../../model/report.ts';
import { reportSchema } from './report-schema.ts';

/** JSON text `{ "roots": [{ "root", "report" }] }` in the order given, ending in a newline. */
export function rootsJson(roots: readonly { readonly root: string; readonly report: Report }[]): string {
  const parsed = roots.map(({ root, report }) => ({ root, report: reportSchema.parse(report) }));
  return `${JSON.stringify({ roots: parsed }, null, 2)}\n`;
}
