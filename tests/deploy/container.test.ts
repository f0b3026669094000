import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('the Dockerfile', () => {
  const text = read('Dockerfile');

  test('has nothing that the linter minds', () => {
    expect(
      validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`),
    ).toEqual([]);
  });

  test('leaves the root user before anything is run, and keeps data in a volume', () => {
    const last = text.slice(text.lastIndexOf('\nFROM '));
    const order = [...last.matchAll(/^(USER|VOLUME|HEALTHCHECK|ENTRYPOINT) ?(.*)/gm)];
    expect(order.map(([, name]) => name)).toEqual(['USER', 'VOLUME', 'HEALTHCHECK', 'ENTRYPOINT']);
    expect(order[0]?.[2]).toBe('node');
    expect(order[1]?.[2]).toBe('/data');
    expect(last).toContain('DRAMATIS_HOME=/data');
  });

  test('builds from no file that is kept from git', () => {
    const ignored = new Set(read('.dockerignore').split('\n'));
    for (const secret of ['.env', 'data', 'node_modules']) expect(ignored).toContain(secret);
  });
});

/** Of the specification what the file uses: https://github.com/compose-spec/compose-spec/blob/main/spec.md */
const duration = z.string().regex(/^\d+(ms|s|m)$/);
const serviceSchema = z.strictObject({
  build: z.string().optional(),
  image: z
    .string()
    .regex(/^[a-z]+:[\w.-]+$/)
    .optional(),
  command: z.array(z.string()).optional(),
  init: z.boolean().optional(),
  profiles: z.array(z.string()).optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  env_file: z.array(z.strictObject({ path: z.string(), required: z.boolean() })).optional(),
  environment: z.record(z.string().regex(/^[A-Z_]+$/), z.string()).optional(),
  volumes: z.array(z.string().regex(/^[a-z]+:\/[\w/]+$/)),
  ports: z.array(z.string()).optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({
        condition: z.enum(['service_started', 'service_healthy']),
        required: z.boolean().optional(),
      }),
    )
    .optional(),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
      interval: duration,
      timeout: duration,
      retries: z.int(),
    })
    .optional(),
});
const composeSchema = z.strictObject({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.null()),
});

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { strict: true });

  test('has nothing but what the Compose specification knows', () => {
    expect(composeSchema.safeParse(compose).error).toBeUndefined();
  });

  test('waits for the store that it names, and keeps what the services write', () => {
    const { bot, postgres, redis } = compose.services;
    expect(bot.environment.DRAMATIS_STORE).toContain('@postgres:5432/');
    expect(bot.depends_on.postgres.condition).toBe('service_healthy');
    const volumes = [bot, postgres, redis].flatMap((service) => service.volumes);
    const named = volumes.map((volume: string) => volume.split(':')[0]);
    expect(named.toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
    expect(bot.volumes).toContain('data:/data');
  });
});
