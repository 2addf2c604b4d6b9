import * as v from 'valibot';
import type { TextKey } from '../../i18n/translate.ts';
import { DeployProblem, deployFault } from '../deploy.ts';

const predictSchema = v.strictObject({
  endpoints: v.pipe(
    v.array(
      v.strictObject({
        name: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
        url: v.pipe(
          v.string(),
          v.minLength(1),
          v.maxLength(2000),
          v.regex(
            /^(?:https?:\/\/(?![^/]*@)|(?![a-z][a-z0-9+.-]*:)(?!\/\/))\S+$/i,
            'deployPart.address' satisfies TextKey,
          ),
        ),
        method: v.optional(v.picklist(['POST', 'PUT', 'GET']), 'POST'),
        version: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
      }),
    ),
    v.minLength(1),
    v.maxLength(10),
  ),
  textField: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200)), 'text'),
  versionField: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  example: v.optional(v.pipe(v.string(), v.maxLength(4000)), ''),
});

/** The prediction API that a page is a front end of, and how it is asked. */
export interface DeployPredict {
  readonly endpoints: readonly {
    readonly name: string;
    readonly url: string;
    readonly method: 'POST' | 'PUT' | 'GET';
    readonly version: string;
  }[];
  readonly textField: string;
  readonly versionField: string;
  /** A text to begin with. */
  readonly example: string;
}

/** Reads what deploy.json says of it; null where it says nothing. Throws `DeployProblem` naming the first field that is wrong. */
export function readDeployPredict(predict: unknown): DeployPredict | null {
  if (predict === undefined || predict === null) return null;
  const result = v.safeParse(predictSchema, predict, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new DeployProblem(
    ['predict', v.getDotPath(issue)].filter((part) => part !== null).join('.'),
    deployFault(issue),
  );
}

/** The other hosts of the endpoints: what the policy of a build has to name. */
export function endpointOrigins(predict: DeployPredict | null): readonly string[] {
  const absolute = (predict?.endpoints ?? []).filter(({ url }) => URL.canParse(url));
  return [...new Set(absolute.map(({ url }) => new URL(url).origin))];
}
