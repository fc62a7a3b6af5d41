/** Every command there is, in the order of the help. The first runs where none is named. */
import type { Command } from './command.ts';
import { configCommand } from './config-command.ts';
import { diffCommand } from './diff-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { explainCommand } from './explain-command.ts';
import { fixCommand } from './fix-command.ts';
import { rulesCommand } from './rules-command.ts';
import { scanCommand } from './scan-command.ts';

export const COMMANDS: readonly Command[] = [
  diffCommand,
  scanCommand,
  fixCommand,
  explainCommand,
  rulesCommand,
  configCommand,
  doctorCommand,
];
