/**
 * Whether the name of an environment variable or build argument promises a secret. Decides only what is printed.
 */

const SECRET_WORDS = /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|PRIVATE|APIKEY|PWD_|_PWD|AUTH/;
const KEY_WORD = /(^|[_.-])KEY(S|ID)?([_.-]|$)|[A-Z]KEY$/;

/** True for `DB_PASSWORD`, `apiToken`, `SIGNING_KEY`; false for `PATH`. */
export function isSecretName(name: string): boolean {
  const upper = name.toUpperCase();
  return SECRET_WORDS.test(upper) || KEY_WORD.test(upper);
}
