/** The conversations of this folder as they are written down: what is pushed, and what people do in between. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Story {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  /** Whether the App may resolve threads. */
  readonly contentsWrite: boolean;
  readonly base: string;
  /** With the folder of the files each push changes. */
  readonly pushes: readonly { readonly name: string; readonly files: string | undefined }[];
  readonly people: readonly Act[];
}

/** Once the App has answered a push, somebody writes: into the thread on a file, or below the pull request. */
export interface Act {
  readonly after: number;
  readonly who: string;
  readonly answers?: string;
  readonly says: string;
}

interface Written {
  readonly title: string;
  readonly sources?: string;
  readonly contents_write?: boolean;
  readonly pushes: readonly string[];
  readonly people?: readonly Act[];
}

export function readConversations(): readonly Story[] {
  const here = import.meta.dirname;
  const names = readdirSync(here).filter((name) => existsSync(join(here, name, 'conversation.yaml')));
  return names.sort().map((name) => {
    const folder = join(here, name);
    const written = parse(readFileSync(join(folder, 'conversation.yaml'), 'utf8')) as Written;
    const sources = join(here, written.sources ?? name);
    const filesOf = (index: number): string | undefined => {
      const files = join(sources, `push-${index + 1}`);
      return existsSync(files) ? files : undefined;
    };
    return {
      ...{ name, folder, title: written.title, contentsWrite: written.contents_write ?? false },
      base: join(sources, 'base'),
      pushes: written.pushes.map((push, index) => ({ name: push, files: filesOf(index) })),
      people: written.people ?? [],
    };
  });
}
