import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';

/** An error in the shape that OpenAI's clients know. */
export class DialectError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string | null;
  readonly param: string | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    message: string,
    more: {
      readonly code?: string;
      readonly param?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.code = more.code ?? null;
    this.param = more.param ?? null;
    this.headers = more.headers ?? {};
  }
}

function typeOf(status: number): string {
  if (status === 429) return 'rate_limit_error';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}

export function errorBody({ status, message, code, param }: DialectError) {
  return { error: { message, type: typeOf(status), param, code } };
}

/** The first thing that was wrong with a body, with the path to it. */
export function invalid(error: z.ZodError): DialectError {
  const [issue] = error.issues;
  const param = issue?.path.map(String).join('.') ?? '';
  return new DialectError(400, `Invalid value for '${param || 'body'}': ${issue?.message ?? ''}`, {
    code: 'invalid_value',
    ...(param === '' ? {} : { param }),
  });
}
