// A failure of an action that has no place of its own on the page.
import { announce } from './announce.tsx';
import { asProblem, useProblemText } from './problem.tsx';
import { showToast } from './toasts.tsx';

export function useNotifyProblem(): (error: unknown) => void {
  const textOf = useProblemText();
  return (error) => {
    const { message, remedy } = textOf(asProblem(error));
    showToast({ tone: 'bad', title: message, text: remedy });
    announce(`${message} ${remedy}`);
  };
}
