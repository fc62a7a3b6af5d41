/** What an installation of the App was granted, against what the App asks for. Names no repository. Pure. */
import { policySchema } from '../config/schema.ts';
import { APP_EVENTS, APP_PERMISSIONS, type AppPermission } from './app-permissions.ts';
import type { Diagnosis } from './diagnosis.ts';

/** As GitHub gives it to the App. */
export interface InstallationFacts {
  readonly permissions: Readonly<Record<string, string | undefined>>;
  readonly events: readonly string[];
  readonly suspended_at: string | null;
  readonly created_at: string;
}

const LEVELS: readonly string[] = ['read', 'write', 'admin'];
const DAY = 86_400_000;

/** @param now milliseconds since 1970 */
export function diagnoseInstallation(installation: InstallationFacts, now: number): readonly Diagnosis[] {
  const { permissions, suspended_at: suspended } = installation;
  const missing = APP_PERMISSIONS.filter(({ name, level }) => !holds(permissions[name], level));
  const found: Diagnosis[] = missing.map((each) => describeMissing(each, permissions[each.name]));
  if (missing.length === 0)
    found.push({ about: 'permissions', state: 'ok', says: 'The App has every permission it asks for.' });
  if (suspended !== null) {
    const says = 'The installation is suspended: there are no checks, and required ones wait for ever.';
    found.unshift({
      about: 'installation',
      state: 'problem',
      says,
      remedy: 'An owner can lift it, where the App is installed.',
    });
  }
  return [...found, ...judgeEvents(installation.events), ...judgeAge(installation.created_at, now)];
}

function holds(held: string | undefined, wanted: string): boolean {
  return LEVELS.indexOf(held ?? '') >= LEVELS.indexOf(wanted);
}

function describeMissing({ name, level, without, needed }: AppPermission, held: string | undefined): Diagnosis {
  const label = name.replaceAll('_', ' ');
  const has =
    held === undefined ? `no permission for ${label}; it asks for ${level}` : `${label}: ${held}, not ${level}`;
  const says = `The App has ${has}. Without it: ${without}.`;
  const remedy = `Set ${label}: ${level} on the page of the App, and let an owner of the installation agree.`;
  return { about: 'permissions', state: needed ? 'problem' : 'warning', says, remedy };
}

function judgeEvents(events: readonly string[]): readonly Diagnosis[] {
  const about = 'events';
  const missing = APP_EVENTS.filter((event) => !events.includes(event));
  if (missing.length === 0) return [{ about, state: 'ok', says: 'The App hears of every event it needs.' }];
  const says = `The App does not hear of ${missing.join(', ')}: what happens there is found by the sweep, minutes later.`;
  return [{ about, state: 'warning', says, remedy: 'Subscribe to them on the page of the App.' }];
}

/** By the defaults: a policy file may have ended it, or made it longer. */
function judgeAge(createdAt: string, now: number): readonly Diagnosis[] {
  const { days } = policySchema.parse({ version: 1 }).observe;
  const until = Date.parse(createdAt) + days * DAY;
  if (Number.isNaN(until) || now > until) return [];
  const day = new Date(until).toISOString().slice(0, 10);
  const says = `The installation is new: unless policy says mode: enforce, the check only observes, until ${day} or fewer pull requests.`;
  return [{ about: 'observation', state: 'warning', says, remedy: 'Write mode: enforce into the policy to end it.' }];
}
