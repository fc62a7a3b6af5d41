/**
 * Uploads of SARIF: gzip, then Base64.
 * https://docs.github.com/en/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data
 */
import { gunzipSync } from 'node:zlib';
import { type Handlers, ok } from '../http/call.ts';
import { HttpError, notFound } from '../http/http-error.ts';
import { apiUrl } from '../shapes/repository.ts';

interface Upload {
  readonly commit_sha: string;
  readonly ref: string;
  readonly sarif: string;
}

/** Bytes after gzip: https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/file-too-large */
const LARGEST = 10_000_000;

/** https://docs.github.com/en/code-security/code-scanning/troubleshooting-code-scanning/advanced-security-must-be-enabled */
const OFF = 'Advanced Security must be enabled for this repository to use code scanning.';

export const codeScanningHandlers = {
  'code-scanning/upload-sarif': (call) => {
    const { commit_sha: commit, ref, sarif } = call.body<Upload>();
    if (call.repository.codeScanning === 'off') throw new HttpError(403, OFF);
    const packed = Buffer.from(sarif, 'base64');
    if (packed.length > LARGEST) throw new HttpError(413, 'The sarif field is too large');
    if (!call.objects.commit(commit)) throw new HttpError(400, 'commit not found');
    const id = `00000000-0000-4000-8000-${String(call.world.nextId()).padStart(12, '0')}`;
    call.repository.sarifs.set(id, { commit, ref, sarif: unpack(packed) });
    const url = `${apiUrl(call.world, call.repository)}/code-scanning/sarifs/${id}`;
    return { status: 202, body: { id, url } };
  },

  'code-scanning/get-sarif': (call) => {
    if (!call.repository.sarifs.has(call.text('sarif_id'))) throw notFound();
    const url = `${apiUrl(call.world, call.repository)}/code-scanning/analyses?sarif_id=${call.text('sarif_id')}`;
    return ok({ processing_status: 'complete', analyses_url: url });
  },
} satisfies Handlers;

function unpack(packed: Buffer): string {
  try {
    return gunzipSync(packed).toString('utf8');
  } catch {
    throw new HttpError(400, 'The sarif field must be gzip and Base64 encoded');
  }
}
