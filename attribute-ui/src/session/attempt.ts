import type { ErrorEvent } from 'eventsource';
import { parseSessionInfo, type SessionInfo } from './info';
import type { SessionApi } from './SessionApi';

/** One try to learn of the session, by a stream or by a single request. */
export interface Attempt {
  /** When something last arrived, or the start. */
  readonly heardAt: () => number;
  readonly close: () => void;
}

export interface AttemptListener {
  session(info: SessionInfo): void;
  ended(): void;
  /** Told once, unless the attempt was closed or the session ended. */
  over(end: AttemptEnd): void;
}

export interface AttemptEnd {
  /** The HTTP status, if there was an answer. */
  readonly status: number | undefined;
  readonly delivered: boolean;
  /** What the server asked for, in milliseconds; 0 if nothing. */
  readonly retryAfter: number;
}

export function attemptStream(api: SessionApi, listener: AttemptListener): Attempt {
  const end = { status: undefined as number | undefined, delivered: false, retryAfter: 0 };
  let heardAt = Date.now();
  const heard = () => {
    heardAt = Date.now();
  };
  const source = api.stream((answer) => Object.assign(end, headOf(answer)), heard);
  const give = (data: string) => {
    listener.session(parseSessionInfo(JSON.parse(data)));
    end.delivered = true;
  };
  source.addEventListener('session', ({ data }) => {
    if (!trying(() => give(data))) over();
  });
  source.addEventListener('ended', () => {
    source.close();
    listener.ended();
  });
  // The EventSource would connect again by itself, but after a fixed time and without end.
  const over = (error?: ErrorEvent) => {
    source.close();
    listener.over({ ...end, status: error?.code ?? end.status });
  };
  source.addEventListener('error', over);
  return { heardAt: () => heardAt, close: () => source.close() };
}

export function attemptRead(api: SessionApi, listener: AttemptListener): Attempt {
  const stop = new AbortController();
  const startedAt = Date.now();
  const read = async (): Promise<AttemptEnd> => {
    const answer = await api.read(stop.signal);
    const head = headOf(answer);
    if (answer.status !== 200) return { ...head, delivered: false };
    const info = parseSessionInfo(await answer.json());
    if (!stop.signal.aborted) listener.session(info);
    return { ...head, delivered: true };
  };
  read()
    .catch(() => ({ status: undefined, delivered: false, retryAfter: 0 }))
    .then((end) => stop.signal.aborted || listener.over(end));
  return { heardAt: () => startedAt, close: () => stop.abort() };
}

function headOf(answer: Response) {
  const seconds = Number(answer.headers.get('Retry-After') ?? 0);
  return { status: answer.status, retryAfter: seconds > 0 ? Math.min(seconds, 30) * 1000 : 0 };
}

function trying(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
