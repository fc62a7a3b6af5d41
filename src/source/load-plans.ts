/** Reads plans that somebody hands in beside a tree. Looks at no content; the analysis does, and believes little of it. */
import { resolve } from 'node:path';
import { UserError } from '../config/user-error.ts';
import type { GivenPlan } from '../model/inputs.ts';
import { decodeText } from './decode-text.ts';
import { readRegularFile } from './read-regular-file.ts';

const MOST_BYTES = 100 * 1024 * 1024;
const MOST_PLANS = 100;

/**
 * `FILE` or `FILE=DIRECTORY`; files relative to `directory`, directories to the root of the tree. Throws a UserError for
 * what cannot be read as text, and for more than one plan of one name for a directory.
 */
export async function loadPlans(written: readonly string[], directory: string): Promise<readonly GivenPlan[]> {
  if (written.length > MOST_PLANS) throw new UserError(`There are more than ${MOST_PLANS} plans.`);
  const plans: GivenPlan[] = [];
  const seen = new Set<string>();
  for (const each of written) {
    const at = each.lastIndexOf('=');
    const [file, of] = at === -1 ? [each, '.'] : [each.slice(0, at), each.slice(at + 1)];
    const plan = { file, directory: plainDirectory(of), text: await readText(resolve(directory, file), file) };
    const name = `${plan.directory}=${file.slice(file.lastIndexOf('/') + 1)}`;
    if (seen.has(name)) throw new UserError(`Two plans of ${quote(plan.directory)} have one name.`, 'Rename one file.');
    seen.add(name);
    plans.push(plan);
  }
  return plans;
}

/** As units have it: without `./` and a slash at the end; `.` is the root. */
function plainDirectory(written: string): string {
  const parts = written.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 ? '.' : parts.join('/');
}

async function readText(path: string, file: string): Promise<string> {
  const read = await readRegularFile(Buffer.from(path), MOST_BYTES, 'sha1').catch((cause: unknown) => {
    throw new UserError(`The plan ${quote(file)} cannot be read.`, 'Make it with terraform show -json.', { cause });
  });
  if (read.bytes === undefined) throw new UserError(`The plan ${quote(file)} has more than ${MOST_BYTES} bytes.`);
  const decoded = decodeText(read.bytes);
  if (decoded.status === 'text') return decoded.text;
  throw new UserError(`The plan ${quote(file)} is not UTF-8 text.`, 'Write what terraform show -json prints as UTF-8.');
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}
