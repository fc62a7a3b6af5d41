/**
 * GraphQL: every query is validated against GitHub's published schema and executed by graphql-js with our resolvers. A
 * field we do not resolve is an error, never a null that looks like an answer.
 */
import { schema as published } from '@octokit/graphql-schema';
import {
  buildSchema,
  defaultFieldResolver,
  execute,
  type ExecutionResult,
  type GraphQLFieldResolver,
  GraphQLError,
  parse,
  validate,
} from 'graphql';
import type { Token } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { resolveMutation } from './mutations.ts';
import { resolveQuery } from './queries.ts';

/** The published schema defines two fields twice, so it must be taken as valid. */
const SCHEMA = buildSchema(published.idl, { assumeValidSDL: true });

interface GraphqlRequest {
  readonly query?: unknown;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

export interface GraphqlAnswer {
  readonly answer: unknown;
  /** Why the query does not fit the schema. */
  readonly problems: readonly string[];
}

export class GraphqlService {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  execute(request: unknown, token: Token): GraphqlAnswer {
    const { query, variables, operationName } = (request ?? {}) as GraphqlRequest;
    try {
      const document = parse(typeof query === 'string' ? query : '');
      const errors = validate(SCHEMA, document);
      if (errors.length > 0) return refused(errors);
      const result = execute({
        schema: SCHEMA,
        document,
        rootValue: { ...resolveQuery(this.#world, token), ...resolveMutation(this.#world, token) },
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        fieldResolver: resolveField,
      }) as ExecutionResult;
      return { answer: withTypes(result), problems: (result.errors ?? []).filter(isOurs).map((each) => each.message) };
    } catch (error) {
      if (error instanceof GraphQLError) return refused([error]);
      throw error;
    }
  }
}

function refused(errors: readonly GraphQLError[]): GraphqlAnswer {
  return { answer: { errors: errors.map((each) => each.toJSON()) }, problems: errors.map((each) => each.message) };
}

const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, values, context, info) => {
  const known = info.fieldName in (source as object);
  if (!known) throw new GraphQLError(`the stand-in does not know ${info.parentType.name}.${info.fieldName}`);
  return defaultFieldResolver(source, values, context, info) as unknown;
};

function isOurs(error: GraphQLError): boolean {
  return error.message.startsWith('the stand-in') || error.extensions['type'] === undefined;
}

/** GitHub puts the type of an error beside its message, not into extensions. */
function withTypes({ data, errors }: ExecutionResult): unknown {
  if (!errors) return { data };
  return {
    data,
    errors: errors.map((each) => ({ type: each.extensions['type'], ...each.toJSON(), extensions: undefined })),
  };
}
