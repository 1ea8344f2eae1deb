/** Answer what is asked last.
 *
 * One question is asked at a time: of those that come meanwhile, only the newest is kept,
 * and what it replaces is never shown.
 */
export function newest<Q, A>(
  ask: (question: Q) => Promise<A>,
  show: (answer: A) => void,
): (question: Q) => Promise<void> {
  const waiting: Q[] = [];
  let asks = false;
  return async (question) => {
    waiting.splice(0, waiting.length, question);
    if (asks) {
      return;
    }
    asks = true;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const answer = await ask(next);
      if (waiting.length === 0) {
        show(answer);
      }
    }
    asks = false;
  };
}
