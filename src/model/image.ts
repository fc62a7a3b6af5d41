/** One container image a pull request runs or builds. A verdict about an image binds its digest, never its tag. */
import type { Anchor } from './location.ts';

export interface Image {
  readonly reference: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly usedAt: readonly Anchor[];
}
