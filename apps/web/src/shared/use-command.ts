import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiProblem, give } from './api';
import { newKey } from './new-key';

interface Wish {
  readonly path: string;
  readonly body: object;
  readonly revision?: number;
}

/**
 * Gives a command. The key of a wish is kept until the server has said yes or no, so that pressing again after
 * silence can never do it twice; a changed wish is another wish. What is on the screens is read again after it, and
 * `onDone` is told before that: what is read may take away the very part of the screen that gave the command.
 */
export function useCommand<Reply>(onDone?: (reply: Reply) => void) {
  const queries = useQueryClient();
  const pending = useRef<{ readonly wish: string; readonly key: string } | undefined>(undefined);
  return useMutation<Reply, Error, Wish>({
    mutationFn: async ({ path, body, revision }) => {
      const wish = JSON.stringify([path, body, revision]);
      if (pending.current?.wish !== wish) pending.current = { wish, key: newKey() };
      const { key } = pending.current;
      try {
        const reply = await give<Reply>(path, { key, body, ...(revision !== undefined && { revision }) });
        pending.current = undefined;
        return reply;
      } catch (error) {
        if (error instanceof ApiProblem && error.problem.status < 500) pending.current = undefined;
        throw error;
      }
    },
    ...(onDone && { onSuccess: (reply: Reply) => onDone(reply) }),
    onSettled: () => queries.invalidateQueries(),
  });
}
