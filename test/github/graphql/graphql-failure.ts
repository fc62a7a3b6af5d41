/**
 * An error of GraphQL with the type GitHub gives it. The answer has status 200 all the same.
 */
import { GraphQLError } from 'graphql';

export type FailureType = 'NOT_FOUND' | 'FORBIDDEN' | 'MISSING_PAGINATION_BOUNDARIES' | 'EXCESSIVE_PAGINATION';

export function graphqlFailure(type: FailureType, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}
