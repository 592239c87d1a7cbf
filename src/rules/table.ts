import { lostAddress, movedAddress } from './addresses.ts';
import { invalidCodeSample } from './code-samples.ts';
import { emptyDescription, unformattedDescription, unknownTextLink } from './descriptions.ts';
import { incompleteExample } from './incomplete-examples.ts';
import { duplicateOperationId, operationIdCase, pageIdCollision } from './operation-ids.ts';
import { pathParameterMissing, pathParameterUnused } from './path-parameters.ts';
import { noSuccessResponse } from './responses.ts';
import type { Rule } from './rule.ts';
import { unknownSecurityScheme } from './security.ts';
import { undefinedStyle } from './styles.ts';
import { undeclaredTag, unknownGroupTag } from './tags.ts';
import { unknownLinkTarget, unknownMappingTarget } from './targets.ts';
import { invalidToken } from './tokens.ts';
import { enumType, invalidDefault, invalidExample } from './values.ts';

/** Our own rules, over the finished document. */
export const RULES: readonly Rule[] = [
  duplicateOperationId,
  operationIdCase,
  pageIdCollision,
  movedAddress,
  lostAddress,
  pathParameterMissing,
  pathParameterUnused,
  unknownSecurityScheme,
  invalidToken,
  undefinedStyle,
  noSuccessResponse,
  invalidExample,
  invalidDefault,
  enumType,
  invalidCodeSample,
  unknownLinkTarget,
  unknownMappingTarget,
  undeclaredTag,
  unknownGroupTag,
  emptyDescription,
  unformattedDescription,
  unknownTextLink,
  incompleteExample,
];
