/** A page of a browser: what the tests need of it, in the same form for every engine. */
export interface EnginePage {
  goto(url: string): Promise<void>;
  back(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Runs a function in the page. It sees nothing but its arguments. */
  run<Args extends unknown[], Result>(
    body: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** At a point of the viewport. */
  click(x: number, y: number): Promise<void>;
  /** Presses keys at the same time: modifiers first. */
  press(...keys: readonly string[]): Promise<void>;
  /** What is visible, as PNG. */
  screenshot(): Promise<Uint8Array>;
  /** Errors and warnings in the console, and errors of scripts. */
  complaints(): Promise<readonly string[]>;
  end(): Promise<void>;
}

/** A running browser. */
export interface Engine {
  /** A page without anything stored, for the addresses of one origin. One at a time. */
  open(origin: string): Promise<EnginePage>;
  close(): Promise<void>;
}
