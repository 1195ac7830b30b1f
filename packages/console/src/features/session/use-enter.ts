// What every way in ends with: nothing of whoever was here before is left, and the page that was asked for.
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { credential } from '../../api/credential.ts';

/** @returns a function that goes to a path of this console */
export function useEnter(): (path?: string) => void {
  const queryClient = useQueryClient();
  const router = useRouter();
  return (path = '/') => {
    credential.clear();
    queryClient.clear();
    router.history.push(path);
  };
}
