/**
 * The tree as Terraform sees it under Terragrunt: files that `generate` blocks write lie in the directory of the module.
 */
import type { Location } from '../../../model/location.ts';
import type { ReadResult, TreeReader } from '../../../model/tree.ts';
import type { EvaluationContext } from '../../parser-manifest.ts';
import { joinPath } from '../configuration/join-path.ts';
import type { Session } from '../evaluation/session.ts';
import { toText } from '../values/to-text.ts';
import { leaveTerragrunt } from './leave-terragrunt.ts';
import { readTerragrunt } from './read-terragrunt.ts';

/** The reader of the context where nothing is generated. What is generated and not known in full is a Problem. */
export function withGeneratedFiles(
  context: Pick<EvaluationContext, 'reader' | 'supply'>,
  session: Session,
): TreeReader {
  const { reader, supply } = context;
  const configuration = supply?.terragrunt === undefined ? undefined : readTerragrunt(session, supply.terragrunt);
  const texts = new Map<string, string>();
  for (const { name, contents } of configuration?.generated.values() ?? []) {
    const path = joinPath(session.rootDirectory, name);
    const text = toText(leaveTerragrunt(contents));
    if (path !== undefined && text !== undefined) texts.set(path, text);
    else reportUnknown(session, name, contents.origin?.location);
  }
  return texts.size === 0 ? reader : layer(reader, texts);
}

function layer(reader: TreeReader, texts: ReadonlyMap<string, string>): TreeReader {
  return {
    read(path): ReadResult {
      const text = texts.get(path);
      if (text === undefined) return reader.read(path);
      return { status: 'text', text, entry: { path, mode: 'file', blob: '', size: Buffer.byteLength(text) } };
    },
    list(directory) {
      const prefix = directory === '' || directory === '.' ? '' : `${directory}/`;
      const own = [...texts.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
      const direct = own.filter((name) => !name.includes('/'));
      return [...new Set([...reader.list(directory), ...direct])].sort();
    },
  };
}

function reportUnknown({ problems, unit }: Session, name: string, location: Location | undefined): void {
  problems.add({
    code: 'template-not-evaluated',
    effect: 'note',
    message: `Terragrunt generates ${name.slice(0, 80)}, whose contents are not known from the tree`,
    ...(location && { location }),
    unit,
  });
}
