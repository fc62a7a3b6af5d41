/** What the operator sees: the App, its installations, and one of them with its repositories. Decides nothing. */
import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { escapeHtml } from '../../reporters/html/escape-html.ts';
import type { SetupAnswer } from './setup-answer.ts';
import { setupPage } from './setup-page.ts';

export interface Details {
  readonly sections: readonly { readonly title: string; readonly found: readonly Diagnosis[] }[];
  readonly installations: readonly { readonly id: number; readonly account: string }[];
  /** Sentences: what was left out. */
  readonly notes: readonly string[];
}

const WORDS: Readonly<Record<Diagnosis['state'], string>> = {
  ok: 'right',
  warning: 'warning',
  problem: 'problem',
  unknown: 'not known',
  'not-seen': 'not seen',
};

export function renderDetails({ sections, installations, notes }: Details): SetupAnswer {
  const links = installations.map(({ id, account }) => {
    return `<li><a href="/setup/details?installation_id=${id}">${escapeHtml(account)}</a></li>`;
  });
  return setupPage('Whether the check holds', [
    ...sections.flatMap(({ title, found }) => [`<h2>${escapeHtml(title)}</h2>`, ...renderFound(found)]),
    ...(links.length === 0 ? [] : ['<h2>Installations</h2>', '<ul>', ...links, '</ul>']),
    ...notes.map((note) => `<p>${escapeHtml(note, 500)}</p>`),
  ]);
}

function renderFound(found: readonly Diagnosis[]): readonly string[] {
  const items = found.map(({ about, state, says, remedy }) => {
    const help = remedy === undefined ? '' : `<span class="remedy">${escapeHtml(remedy, 1000)}</span>`;
    return `<li class="${state}"><b>${WORDS[state]}: ${escapeHtml(about)}</b>${escapeHtml(says, 1000)}${help}</li>`;
  });
  return ['<ul class="found">', ...items, '</ul>'];
}
