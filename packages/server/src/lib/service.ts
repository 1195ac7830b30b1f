// The life of everything that runs: started once, stopped in two phases, safe to stop twice or before its start.

export interface Service {
  start(): Promise<void>;
  /** Takes no new work, finishes what it holds, then returns. Idempotent. */
  stop(): Promise<void>;
}
