import type { Capability } from '../domain/model.ts';
import type { Dialect, ProviderLimits } from './types.ts';

/** All that is known of a provider, so that its name and a key are enough to use it. */
export interface Preset {
  readonly label: string;
  /** Of the OpenAI-compatible endpoint. */
  readonly baseUrl: string;
  /** The environment variable in which people usually keep the key; absent where none is needed. */
  readonly keyVariable?: string | undefined;
  readonly dialect: Dialect;
  /** Limits of an ordinary account. The provider's own 429 is obeyed in any case. */
  readonly limits: ProviderLimits;
  /** Capabilities of its models, unless the configuration says otherwise of one. */
  readonly capabilities: readonly Capability[];
  readonly simulated: boolean;
}

/** The dialect as most servers speak it; a preset names only where it differs. */
const COMMON: Dialect = {
  maxTokens: 'max_tokens',
  system: 'system',
  seed: true,
  streamUsage: true,
  temperature: true,
};

/** A server on this machine works on few answers at once, whatever is sent to it. */
const LOCAL: ProviderLimits = { concurrency: 4 };

export const PRESETS: Readonly<Record<string, Preset>> = {
  // platform.openai.com/docs/api-reference/chat/create: max_tokens is deprecated, and refused by
  // the reasoning models, which refuse temperature and logprobs too (set that on a provider of
  // their own). Prefill is not offered; /completions only for a few old models.
  openai: {
    label: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    keyVariable: 'OPENAI_API_KEY',
    dialect: { ...COMMON, maxTokens: 'max_completion_tokens' },
    limits: { concurrency: 16, requestsPerMinute: 500 },
    capabilities: ['logprobs'],
    simulated: false,
  },
  // platform.claude.com/docs/en/api/openai-sdk: seed and logprobs are ignored, temperature is
  // capped at 1, stream_options is supported. Newer models refuse a prefill. Its /models wants the
  // key in a header of its own. 50 requests a minute is the first usage tier.
  anthropic: {
    label: 'Anthropic',
    baseUrl: 'https://api.anthropic.com/v1',
    keyVariable: 'ANTHROPIC_API_KEY',
    dialect: { ...COMMON, seed: false, lists: false },
    limits: { concurrency: 4, requestsPerMinute: 50 },
    capabilities: [],
    simulated: false,
  },
  // ai.google.dev/gemini-api/docs/openai: unknown fields are refused with 400, seed among them
  // (github.com/Vali-98/ChatterUI/issues/227).
  gemini: {
    label: 'Gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    keyVariable: 'GEMINI_API_KEY',
    dialect: { ...COMMON, seed: false },
    limits: { concurrency: 8, requestsPerMinute: 150 },
    capabilities: [],
    simulated: false,
  },
  // docs.mistral.ai/api: unknown fields are refused with 422, seed is called random_seed, usage
  // comes in the last piece unasked (github.com/posit-dev/chatlas/pull/145), and a prefill is an
  // assistant message marked as `prefix`.
  mistral: {
    label: 'Mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    keyVariable: 'MISTRAL_API_KEY',
    dialect: { ...COMMON, seedName: 'random_seed', streamUsage: false, prefill: 'prefix' },
    limits: { concurrency: 4, requestsPerMinute: 60 },
    capabilities: ['prefill'],
    simulated: false,
  },
  // api-docs.deepseek.com/api/create-chat-completion: no seed; logprobs for the chat model. Prefill
  // is offered on the /beta address only.
  deepseek: {
    label: 'DeepSeek',
    baseUrl: 'https://api.deepseek.com/v1',
    keyVariable: 'DEEPSEEK_API_KEY',
    dialect: { ...COMMON, seed: false },
    limits: { concurrency: 16 },
    capabilities: ['logprobs'],
    simulated: false,
  },
  // openrouter.ai/docs/api-reference/parameters: what a model does not know is left out on the way,
  // so logprobs and prefill depend on the model behind it.
  openrouter: {
    label: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    keyVariable: 'OPENROUTER_API_KEY',
    dialect: COMMON,
    limits: { concurrency: 8 },
    capabilities: [],
    simulated: false,
  },
  // console.groq.com/docs/openai and /docs/api-reference: logprobs are refused with 400, max_tokens
  // is deprecated; 30 requests a minute without a paid plan; a trailing assistant message is a prefill.
  groq: {
    label: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    keyVariable: 'GROQ_API_KEY',
    dialect: { ...COMMON, maxTokens: 'max_completion_tokens' },
    limits: { concurrency: 4, requestsPerMinute: 30 },
    capabilities: ['prefill'],
    simulated: false,
  },
  // docs.together.ai/docs/openai-api-compatibility and /reference/completions. Its logprobs are of
  // another shape (a number in the request), so they are not offered here.
  together: {
    label: 'Together',
    baseUrl: 'https://api.together.xyz/v1',
    keyVariable: 'TOGETHER_API_KEY',
    dialect: COMMON,
    limits: { concurrency: 8, requestsPerMinute: 60 },
    capabilities: ['completions'],
    simulated: false,
  },
  // docs.ollama.com/api/openai-compatibility: seed, stream_options, logprobs and /completions are
  // supported; a trailing assistant message is gone on with. It answers OLLAMA_NUM_PARALLEL at once
  // and queues the rest.
  ollama: {
    label: 'Ollama',
    baseUrl: 'http://127.0.0.1:11434/v1',
    dialect: COMMON,
    limits: { concurrency: 2 },
    capabilities: ['logprobs', 'prefill', 'completions'],
    simulated: false,
  },
  // lmstudio.ai/docs/developer/openai-compat: seed and /completions are supported.
  lmstudio: {
    label: 'LM Studio',
    baseUrl: 'http://127.0.0.1:1234/v1',
    dialect: COMMON,
    limits: { concurrency: 2 },
    capabilities: ['completions'],
    simulated: false,
  },
  // github.com/ggml-org/llama.cpp/tree/master/tools/server: a trailing assistant message is gone on
  // with; logprobs as OpenAI has them.
  llamacpp: {
    label: 'llama.cpp',
    baseUrl: 'http://127.0.0.1:8080/v1',
    dialect: COMMON,
    limits: LOCAL,
    capabilities: ['logprobs', 'prefill', 'completions'],
    simulated: false,
  },
  // docs.vllm.ai/en/latest/serving/openai_compatible_server.html: a prefill needs
  // continue_final_message and no generation prompt. It batches, so it stands many calls at once.
  vllm: {
    label: 'vLLM',
    baseUrl: 'http://127.0.0.1:8000/v1',
    dialect: { ...COMMON, prefill: 'continue_final_message' },
    limits: { concurrency: 32 },
    capabilities: ['logprobs', 'prefill', 'completions'],
    simulated: false,
  },
  // The embedded cast, core/cast. Its address is known only once it listens.
  simulated: {
    label: 'Simulated cast',
    baseUrl: 'simulated:',
    dialect: COMMON,
    limits: { concurrency: 16 },
    capabilities: ['logprobs', 'prefill', 'completions'],
    simulated: true,
  },
};
