/**
 * Accepted risks from the policy branches. Each entry is judged alone: one bad entry takes away that waiver, never
 * another. Matching waivers to findings is the gate's work.
 */
import type { Range } from '../model/location.ts';
import type { PolicyFile, PolicySources } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import type { Waiver } from '../model/waiver.ts';
import { checkSettings } from './check-settings.ts';
import { waiversSchema } from './schema.ts';

export interface LoadedWaivers {
  /** Those that hold on the day, organisation's first, in file order. */
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

export interface WaiverTerms {
  /** `YYYY-MM-DD`, UTC. */
  readonly asOf: string;
  /** How far ahead a waiver may end. */
  readonly maxDays: number;
}

const DAY = 86_400_000;

/** Never throws on content. Expired entries are notes; entries too far ahead or malformed are problems. */
export function loadWaivers(sources: PolicySources, terms: WaiverTerms): LoadedWaivers {
  const files = [sources.organisation?.waivers, sources.repository?.waivers].filter((file) => file !== undefined);
  const loaded = files.map((file) => loadFile(file, terms));
  return { waivers: loaded.flatMap((one) => one.waivers), problems: loaded.flatMap((one) => one.problems) };
}

function loadFile(file: PolicyFile, terms: WaiverTerms): LoadedWaivers {
  const checked = checkSettings(file, {
    schema: waiversSchema,
    code: 'waiver-invalid',
    effect: 'note',
    asText: true,
  });
  const entries = listEntries(checked.data);
  const waivers: Waiver[] = [];
  const problems: Problem[] = [...checked.problems];
  for (const [index, entry] of entries.entries()) {
    const parsed = waiversSchema.shape.waivers.unwrap().safeParse(entry);
    if (!parsed.success) continue;
    const { environment, discriminator, ...required } = parsed.data;
    const waiver: Waiver = {
      ...required,
      ...(environment === undefined ? {} : { environment }),
      ...(discriminator === undefined ? {} : { discriminator }),
      line: checked.locate(['waivers', index]).startLine,
      file: file.file,
    };
    const problem = judgeTerm(waiver, terms, checked.locate(['waivers', index, 'expires']));
    if (problem === undefined) waivers.push(waiver);
    else problems.push(problem);
  }
  return { waivers, problems };
}

function listEntries(data: unknown): readonly unknown[] {
  if (typeof data !== 'object' || data === null || !('waivers' in data) || !Array.isArray(data.waivers)) return [];
  return data.waivers.slice(0, 5000);
}

function judgeTerm(waiver: Waiver, terms: WaiverTerms, range: Range): Problem | undefined {
  const location = { path: waiver.file, range };
  const subject = `The waiver of ${waiver.owner.slice(0, 100)} for ${waiver.rule}`;
  if (waiver.expires < terms.asOf) {
    const message = `${subject} expired on ${waiver.expires}.`;
    return { code: 'waiver-expired', effect: 'note', message, location, unit: waiver.unit, address: waiver.address };
  }
  if (Date.parse(waiver.expires) - Date.parse(terms.asOf) <= terms.maxDays * DAY) return undefined;
  return {
    code: 'waiver-invalid',
    effect: 'note',
    message: `${subject} ends more than ${terms.maxDays} days from now and does not hold.`,
    location,
    unit: waiver.unit,
    address: waiver.address,
    hint: 'Choose an earlier day, or raise waivers.max_days in the policy.',
  };
}
