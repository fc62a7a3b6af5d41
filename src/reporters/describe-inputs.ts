/** Which trees, policy and rules a report is about. Names of policy files come from outside: the caller escapes. */
import type { Report } from '../model/report.ts';

/** Unescaped; ids to seven characters. */
export interface InputsText {
  readonly before: string;
  readonly after: string;
  readonly policy: string;
  readonly rules: string;
}

/** The ids a report depends on, in words. */
export function describeInputs({ before, after, policy, rulePack }: Report): InputsText {
  return {
    before: before.map(shorten).join(', ') || 'nothing',
    after: shorten(after),
    policy: policy.sources.map(({ file, id }) => `${file}@${shorten(id)}`).join(' + ') || 'defaults',
    rules: shorten(rulePack),
  };
}

/** Commit ids and digests to seven characters; labels stay as they are. */
function shorten(id: string): string {
  const digest = id.startsWith('sha256:') ? id.slice(7) : id;
  return /^[0-9a-f]{40,}$/.test(digest) ? digest.slice(0, 7) : id;
}
