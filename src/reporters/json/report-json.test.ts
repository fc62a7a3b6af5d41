/** `report.json` is canonical, and its schema says what the model says. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exampleReport } from '../../../test/reports/example-report.ts';
import type { Report } from '../../model/report.ts';
import { reportJson } from './report-json.ts';
import { reportSchema } from './report-schema.ts';

/** Both must compile: the schema and the model accept the same reports. */
const asPublished = (report: Mutable<Report>): z.infer<typeof reportSchema> => report;
const asModel = (report: z.infer<typeof reportSchema>): Report => report;
/** Schemas infer arrays one can write to; apart from that the types must agree. Facts are the same type in both. */
type Mutable<T> = T extends string | number | boolean
  ? T
  : T extends { readonly facts: infer Facts; readonly hash: string }
    ? { facts: { -readonly [K in keyof Facts]: Facts[K] }; hash: string }
    : { -readonly [K in keyof T]: Mutable<T[K]> };

describe('reportJson', () => {
  it('writes the keys of the schema in its order and ends in a newline', () => {
    const text = reportJson(exampleReport);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(reportSchema.shape));
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual(exampleReport);
  });

  it('has the same bytes whatever the order its parts were built in', () => {
    expect(reportJson(reversed(exampleReport) as Report)).toBe(reportJson(exampleReport));
  });

  it('refuses what the schema does not know', () => {
    const wrong = { ...exampleReport, startedAt: '2026-11-21T10:00:00Z' };
    expect(() => reportJson(wrong)).toThrow(/startedAt/);
  });

  it('says in the schema what the model says', () => {
    const parsed = reportSchema.parse(exampleReport);
    expect(asPublished(asModel(parsed) as Mutable<Report>)).toEqual(exampleReport);
    expect(z.toJSONSchema(reportSchema)).toHaveProperty('properties.verdict');
  });
});

/** The same data with the keys of every object the other way round. */
function reversed(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(reversed);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
}
