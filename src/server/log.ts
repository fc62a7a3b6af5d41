/** Where the server says what it does: one event with a few plain fields. Never a payload, a token or file content. */

export type LogLevel = 'info' | 'warn' | 'error';

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** `event` is a fixed name such as `webhook` or `check`; what differs is in the fields. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;
