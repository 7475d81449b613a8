import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api';

/** One store of what the server said. An answer is not asked for again because it was a no. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => !(error instanceof ApiProblem) && failures < 2,
      },
      mutations: { retry: false },
    },
  });
}
