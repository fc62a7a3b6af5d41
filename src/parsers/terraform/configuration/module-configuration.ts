/**
 * One Terraform directory after its files are merged and before anything is evaluated: blocks by address, with the
 * file each part came from, because override files mix them. Plain data.
 */
import type { LineIndex } from '../../../documents/line-index.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Expression, Label, Span } from '../syntax/ast.ts';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** Lines before the first one of the file, where `text` was wrapped (templates). */
  readonly lineOffset: number;
}

export interface SourceAttribute {
  readonly name: string;
  readonly expression: Expression;
  readonly file: SourceFile;
}

/** A body with its parts by name. Repeated attributes keep the first. */
export interface SourceBody {
  readonly attributes: ReadonlyMap<string, SourceAttribute>;
  readonly blocks: readonly SourceBlock[];
}

export interface SourceBlock {
  readonly name: string;
  readonly labels: readonly Label[];
  readonly body: SourceBody;
  readonly file: SourceFile;
  readonly span: Span;
  readonly header: Span;
}

/** A resource or data source, before expansion. */
export interface ResourceBlock extends SourceBlock {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly resourceName: string;
}

export interface ModuleConfiguration {
  /** Directory relative to the root of the tree; empty for the root. */
  readonly directory: string;
  readonly files: readonly SourceFile[];
  readonly variables: ReadonlyMap<string, SourceBlock>;
  readonly locals: ReadonlyMap<string, SourceAttribute>;
  readonly outputs: ReadonlyMap<string, SourceBlock>;
  /** By `aws_sqs_queue.q` or `data.aws_region.current`. */
  readonly resources: ReadonlyMap<string, ResourceBlock>;
  readonly modules: ReadonlyMap<string, SourceBlock>;
  /** By `aws`, or `aws.west` for an alias. */
  readonly providers: ReadonlyMap<string, SourceBlock>;
  readonly moved: readonly SourceBlock[];
  readonly removed: readonly SourceBlock[];
  readonly terraform: readonly SourceBlock[];
  readonly problems: readonly Problem[];
}
