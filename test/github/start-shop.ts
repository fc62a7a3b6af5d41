/** The stand-in with one repository, the App installed, and the product's own client to it. For tests of the source. */
import { createGitHubClient, type GitHubClientOptions } from '../../src/github/create-github-client.ts';
import type { GitHubClient } from '../../src/github/github-client.ts';
import type { GitHubRepository } from '../../src/github/repository-name.ts';
import type { RepositoryHandle } from './repository-handle.ts';
import { GitHubStandIn, type InstallationOptions, type RepositoryOptions, type StandInOptions } from './stand-in.ts';

export interface ShopOptions extends Pick<RepositoryOptions, 'files' | 'folder' | 'private'> {
  readonly limits?: StandInOptions['limits'];
  readonly installation?: Partial<InstallationOptions>;
}

export interface Shop {
  readonly standIn: GitHubStandIn;
  readonly shop: RepositoryHandle;
  readonly repository: GitHubRepository;
  readonly installation: number;
  /** A client of the installation whose seconds are milliseconds. */
  connect(options?: Partial<GitHubClientOptions>): GitHubClient;
}

export async function startShop({ limits, installation, ...content }: ShopOptions = {}): Promise<Shop> {
  const standIn = await GitHubStandIn.start(limits === undefined ? {} : { limits });
  const shop = standIn.createRepository({ owner: 'acme', name: 'shop', ...content });
  const id = standIn.install({ account: 'acme', ...installation });
  return {
    standIn,
    shop,
    repository: { owner: 'acme', name: 'shop', id: shop.state.id },
    installation: id,
    connect: (options = {}) =>
      createGitHubClient({
        auth: { appId: standIn.appId, privateKey: standIn.privateKey, installationId: id },
        baseUrl: standIn.url,
        userAgent: 'threatdiff/test',
        now: () => Date.now(),
        writePause: 0,
        second: 1,
        ...options,
      }),
  };
}
