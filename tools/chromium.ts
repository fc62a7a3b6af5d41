/**
 * A headless Chromium of this machine, spoken to over its DevTools protocol: opens files, takes pictures, prints.
 * Downloads nothing and loads nothing but the files it is given. https://chromedevtools.github.io/devtools-protocol/
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

export class Chromium {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number | string, (answer: Answer) => void>();
  #session: string | undefined;
  #last = 0;

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      const key = answer.id ?? answer.method ?? '';
      this.#waiting.get(key)?.(answer);
      this.#waiting.delete(key);
    });
  }

  /** Undefined where there is none; `CHROMIUM` names another one. */
  static async start(): Promise<Chromium | undefined> {
    const program = PLACES.find((place) => place !== '' && existsSync(place));
    if (program === undefined) return undefined;
    const profile = mkdtempSync(join(tmpdir(), 'threatdiff-chromium-'));
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--hide-scrollbars',
    ];
    const child = spawn(program, [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const socket = new WebSocket(await listeningAddress(child));
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    const chromium = new Chromium(child, profile, socket);
    const { targetId } = await chromium.#send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await chromium.#send('Target.attachToTarget', { targetId, flatten: true });
    chromium.#session = String(sessionId);
    await chromium.#send('Page.enable');
    return chromium;
  }

  /** Shows a file of this machine as wide as a screen, in one of the two themes. */
  async open(file: string, { width, scheme }: View): Promise<void> {
    await this.#send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 900,
      deviceScaleFactor: 1,
      mobile: width < 600,
    });
    await this.#send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    const loaded = new Promise((resolve) => this.#waiting.set('Page.loadEventFired', resolve));
    await this.#send('Page.navigate', { url: pathToFileURL(file).href });
    await loaded;
  }

  /** What an expression is in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { readonly value?: unknown }).value;
  }

  /** PNG of `height` pixels from `top` on. */
  async picture(width: number, top: number, height: number): Promise<Buffer> {
    const clip = { x: 0, y: top, width, height, scale: 1 };
    const { data } = await this.#send('Page.captureScreenshot', { clip, captureBeyondViewport: true });
    return Buffer.from(String(data), 'base64');
  }

  /** PDF as a printer gets it, on A4. */
  async print(): Promise<Buffer> {
    const { data } = await this.#send('Page.printToPDF', {
      paperWidth: 8.27,
      paperHeight: 11.69,
      printBackground: false,
    });
    return Buffer.from(String(data), 'base64');
  }

  async stop(): Promise<void> {
    this.#socket.close();
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    this.#last += 1;
    const id = this.#last;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params, ...(this.#session ? { sessionId: this.#session } : {}) }));
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }
}

async function listeningAddress(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`Chromium ended\n${said}`)));
    child.once('error', reject);
  });
}
