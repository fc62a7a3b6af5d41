/** A line for the log of a runner, which looks for commands in everything a step prints. */
import { makeVisible } from '../reporters/make-visible.ts';
import { withoutWorkflowCommands } from '../reporters/without-workflow-commands.ts';

/** One line that no runner takes for a command. */
export function harmlessLine(text: string): string {
  return withoutWorkflowCommands(makeVisible(text, 2000).trimStart());
}
