/**
 * Follows `moved` blocks backwards from an address, and the move Terraform implies where `count` is added to a resource.
 * Bounded, because they may go in circles.
 */
import type { Moves } from './index-moves.ts';

const MOST_MOVES = 20;

/** https://developer.hashicorp.com/terraform/language/modules/develop/refactoring#enabling-count-or-for_each-for-a-resource */
const FIRST = '[0]';

/** Earlier addresses, the latest first. Moves of a whole resource or module carry its instances along. */
export function findEarlierAddresses(address: string, moves: Moves): readonly string[] {
  const found: string[] = [];
  const seen = new Set([address]);
  const open = [address];
  for (let at = open.shift(); at !== undefined && found.length < MOST_MOVES; at = open.shift()) {
    for (const earlier of stepBack(at, moves)) {
      if (seen.has(earlier) || found.length >= MOST_MOVES) continue;
      seen.add(earlier);
      found.push(earlier);
      open.push(earlier);
    }
  }
  return found;
}

function stepBack(address: string, moves: Moves): string[] {
  const earlier: string[] = [];
  for (const end of moves.size === 0 ? [] : prefixEnds(address)) {
    for (const from of moves.get(address.slice(0, end)) ?? []) earlier.push(from + address.slice(end));
  }
  if (address.endsWith(FIRST)) earlier.push(address.slice(0, -FIRST.length));
  return earlier;
}

/** Every place where a part of the address ends, the longest first. */
function prefixEnds(address: string): number[] {
  const ends = [address.length];
  let inText = false;
  for (let at = address.length - 1; at > 0; at -= 1) {
    const character = address[at];
    if (character === '"' && address[at - 1] !== '\\') inText = !inText;
    if (!inText && (character === '.' || character === '[')) ends.push(at);
  }
  return ends;
}
