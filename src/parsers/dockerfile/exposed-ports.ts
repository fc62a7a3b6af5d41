/**
 * Port numbers of an EXPOSE: `80`, `443/tcp`, `8000-8010`, `$PORT`. Ranges are written out up to a limit; what is
 * beyond it is unresolved, never left out in silence.
 */
import type { ListItem, Origin, UnresolvedReason, Value } from '../../model/value.ts';
import type { BuildState } from './build-state.ts';
import type { Lookup } from './expand-variables.ts';
import type { Instruction } from './instruction.ts';
import { splitPlainWords } from './split-plain-words.ts';

const MOST_PORTS = 2_000;
const HIGHEST_PORT = 65_535;
const PORT = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/[a-zA-Z]+)?$/;

function unknownPort(reason: UnresolvedReason, subject: string, origin: Origin): ListItem {
  const value: Value = { state: 'unresolved', reason, subject: subject.slice(0, 120), mayBeAbsent: false, origin };
  return { presence: 'yes', value };
}

function portsOf(value: Value, room: number): readonly ListItem[] {
  if (value.state !== 'known' || value.type !== 'scalar') return [{ presence: 'yes', value }];
  const text = String(value.value);
  const match = PORT.exec(text);
  const first = Number(match?.[1]);
  const last = match?.[2] === undefined ? first : Number(match[2]);
  if (match === null || first > last || last > HIGHEST_PORT) return [unknownPort('invalid-value', text, value.origin)];
  if (last - first >= room) return [unknownPort('budget-exceeded', text, value.origin)];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    presence: 'yes' as const,
    value: { ...value, value: first + index },
  }));
}

/** Ports in order; `already` counts those the stage has, against the limit of 2,000. */
export function exposedPorts(
  state: BuildState,
  instruction: Instruction,
  lookup: Lookup,
  already: number,
): readonly ListItem[] {
  const ports: ListItem[] = [];
  for (const word of splitPlainWords(instruction.line.text, instruction.bodyStart)) {
    const value = state.expand(instruction, word, lookup);
    const room = Math.max(MOST_PORTS - already - ports.length, 1);
    for (const port of portsOf(value, room)) ports.push(port);
    state.spend(ports.length >> 4);
  }
  return ports;
}
