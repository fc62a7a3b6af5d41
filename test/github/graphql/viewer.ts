/**
 * Who asks by GraphQL and what it may see: the checks REST makes per operation, made per object here.
 */
import { permissionsOf, reaches, satisfies } from '../http/authorize.ts';
import type { Repository, Token } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { graphqlFailure } from './graphql-failure.ts';

export class Viewer {
  readonly world: World;
  readonly token: Token;

  constructor(world: World, token: Token) {
    this.world = world;
    this.token = token;
  }

  sees(repository: Repository): boolean {
    return !repository.private || reaches(this.world, this.token, repository);
  }

  /** `needed` in the notation of X-Accepted-GitHub-Permissions. */
  require(repository: Repository, needed: string): void {
    const reached = reaches(this.world, this.token, repository);
    if (!reached && !repository.private && !needed.includes('write')) return;
    if (!reached || !satisfies(permissionsOf(this.world, this.token, repository), needed)) {
      throw graphqlFailure('FORBIDDEN', 'Resource not accessible by integration');
    }
  }

  may(repository: Repository, needed: string): boolean {
    return (
      reaches(this.world, this.token, repository) &&
      satisfies(permissionsOf(this.world, this.token, repository), needed)
    );
  }

  wrote(login: string): boolean {
    return this.token.login.toLowerCase() === login.toLowerCase();
  }
}
