/**
 * An answer of GitHub that is an error, thrown by handlers. Carries the words GitHub uses, as clients look at them.
 */
export interface ErrorDetails {
  readonly errors?: readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
}

export class HttpError extends Error {
  readonly status: number;
  readonly details: ErrorDetails;

  constructor(status: number, message: string, details: ErrorDetails = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }

  body(): Readonly<Record<string, unknown>> {
    const { errors } = this.details;
    return {
      message: this.message,
      ...(errors ? { errors } : {}),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }
}

export function notFound(): HttpError {
  return new HttpError(404, 'Not Found');
}

/** What GitHub answers where the description is not kept to, or a rule it does not describe. */
export function unprocessable(message: string, errors: readonly unknown[] = []): HttpError {
  return new HttpError(422, message, { errors });
}

export function invalidField(resource: string, field: string, message: string): HttpError {
  return unprocessable('Validation Failed', [{ resource, code: 'custom', field, message }]);
}
