/**
 * Addresses of build stages. They are identities: inserting a stage, changing a tag or a digest must not change them.
 * A named stage is `stage "<name>"`; the unnamed last stage, which is what ships, is `final`; any other is
 * `FROM <image as written, without tag and digest>`. Repeats get `#2`, `#3`.
 */
import { splitImageReference } from './split-image-reference.ts';

export interface StageHead {
  /** The name after AS, lower case as Docker compares it. */
  readonly name?: string;
  /** The image as written, before substitution. */
  readonly image: string;
}

const LONGEST_ADDRESS = 300;

function plainAddress(head: StageHead, last: boolean): string {
  if (head.name !== undefined) return `stage "${head.name}"`;
  if (last) return 'final';
  return `FROM ${splitImageReference(head.image).name}`;
}

/** One address per stage, in order, without duplicates. */
export function nameStages(heads: readonly StageHead[]): readonly string[] {
  const used = new Set<string>();
  const repeats = new Map<string, number>();
  return heads.map((head, index) => {
    const plain = plainAddress(head, index === heads.length - 1).slice(0, LONGEST_ADDRESS);
    let count = repeats.get(plain) ?? 1;
    let address = count === 1 ? plain : `${plain}#${count}`;
    while (used.has(address)) {
      count += 1;
      address = `${plain}#${count}`;
    }
    repeats.set(plain, count);
    used.add(address);
    return address;
  });
}
