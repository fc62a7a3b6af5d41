/**
 * What an attack on the App is made of: what the attacker does, its plain twin, and what people must see. `attack.yaml`
 * beside it says the same in words and names the defence that is taken out. Does nothing by itself.
 */
import { z } from 'zod';
import type { AttackStage } from './attack-stage.ts';

export interface AppAttack {
  /** What `run` must give where the defence holds. */
  readonly held: unknown;
  /** Does what the attacker does, over webhooks and GitHub's API, and gives what people see. */
  run(stage: AttackStage): Promise<unknown>;
  /** The same hole, not hidden. */
  twin(stage: AttackStage): Promise<unknown>;
  /** What the twin must give, where it differs. */
  readonly twinHeld?: unknown;
}

export const appAttackSchema = z.strictObject({
  title: z.string(),
  /** What the attacker does, in order. */
  steps: z.array(z.string()).min(2),
  twin: z.string(),
  /** Why it is held. */
  defence: z.string(),
  mutant: z.strictObject({ file: z.string(), replace: z.string(), with: z.string() }),
});
