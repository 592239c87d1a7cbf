/** Why there is no plan. Scripts can rely on these names. */
export type DeployReason =
  | 'no-site'
  | 'site-unreadable'
  | 'unusable-name'
  | 'manifest-unreadable'
  | 'manifest-not-json'
  | 'manifest-other-format'
  | 'manifest-other-version'
  | 'manifest-malformed'
  | 'manifest-altered'
  | 'manifest-unsafe-path'
  | 'manifest-in-use'
  | 'inside-site'
  | 'target-missing'
  | 'target-unknown'
  | 'too-many-removals';

/** A site that cannot be deployed by a plan; the message says what is wrong, and what to do. */
export class DeployError extends Error {
  constructor(
    readonly reason: DeployReason,
    message: string,
  ) {
    super(`${message} (${reason})`);
  }
}
